import { shorten } from '#components/ui/shorten.ts'
import { EFFECT_WORDS } from '#lib/interop/snapshot/finding-words.ts'
import type { FindingGroup, VoteNote } from '#lib/interop/snapshot/report.ts'

function Note({ note }: { note: VoteNote }) {
  const { at, voter, choice, power } = note
  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 border-line border-t py-1.5">
      <span className="text-second">Row {at.toLocaleString('en')}</span>
      <span className="type-mono min-w-0 [overflow-wrap:anywhere]">
        {voter === null ? 'no voter' : shorten(voter, 'long')} · {choice || 'nothing'} · {power || 'nothing'}
      </span>
    </li>
  )
}

function Group({ group }: { group: FindingGroup }) {
  const { code, title, text, count, power, compatible, exact, votes } = group
  return (
    <li className="border-line border-b py-2.5">
      <p>
        <span className="font-figure">
          {count === 1 ? '1 vote' : `${count.toLocaleString('en')} votes`}: {title}.
        </span>{' '}
        <span className="text-second">
          Power {power}. Snapshot: {EFFECT_WORDS[compatible].short}. Exact: {EFFECT_WORDS[exact].short}.
        </span>{' '}
        <span className="type-mono inline-block text-second">{code}</span>
      </p>
      <p className="mt-0.5 max-w-measure text-second">{text}</p>
      <details className="mt-1">
        <summary className="link inline-block max-band:py-2">
          {count === 1 ? 'The row' : 'The rows'}
          <span className="sr-only"> of: {title}</span>
        </summary>
        <ul className="mt-1">
          {votes.map((note) => (
            <Note key={note.at} note={note} />
          ))}
        </ul>
        {count > votes.length && (
          <p className="border-line border-t py-1.5 text-second">
            And {(count - votes.length).toLocaleString('en')} more: the command line lists them with --json.
          </p>
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
