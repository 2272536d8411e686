import { shorten } from '#components/ui/shorten.ts'
import { NOTHING } from '#lib/interop/snapshot/json-source.ts'
import type { FindingGroup, VoteNote } from '#lib/interop/snapshot/report.ts'
import * as words from '#messages/provenance/snapshot/finding-list.ts'

const written = (text: string) => (text === '' || text === NOTHING ? words.nothing : text)

function Note({ note }: { note: VoteNote }) {
  const { at, voter, choice, power } = note
  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 border-line border-t py-1.5">
      <span className="text-second">{words.row(at)}</span>
      <span className="type-mono min-w-0 [overflow-wrap:anywhere]">
        {voter === null ? words.noVoter : shorten(voter, 'long')} · {written(choice)} · {written(power)}
      </span>
    </li>
  )
}

function Group({ group }: { group: FindingGroup }) {
  const { code, count, power, compatible, exact, votes } = group
  const { title, text } = words.finding(code, group)
  return (
    <li className="border-line border-b py-2.5">
      <p>
        <span className="font-figure">{words.votes(count, title)}</span>{' '}
        <span className="text-second">{words.effect(power, compatible, exact)}</span>{' '}
        <span className="type-mono inline-block text-second">{code}</span>
      </p>
      <p className="mt-0.5 max-w-measure text-second">{text}</p>
      <details className="mt-1">
        <summary className="link inline-block max-band:py-2">
          {words.rows(count)}
          <span className="sr-only">{words.rowsOf(title)}</span>
        </summary>
        <ul className="mt-1">
          {votes.map((note) => (
            <Note key={note.at} note={note} />
          ))}
        </ul>
        {count > votes.length && (
          <p className="border-line border-t py-1.5 text-second">{words.more(count - votes.length)}</p>
        )}
      </details>
    </li>
  )
}

/** Votes that something is to be said of, each kind once. */
export function FindingList({ findings }: { findings: readonly FindingGroup[] }) {
  return (
    <ul className="text-13">
      {findings.map((group) => (
        <Group key={`${group.code} ${group.compatible} ${group.exact}`} group={group} />
      ))}
    </ul>
  )
}
