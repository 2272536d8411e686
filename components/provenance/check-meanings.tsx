import { Check, type Verdict } from '#components/ui/check.tsx'
import { Section } from '#components/ui/section.tsx'

const COLOURS: readonly [Verdict, string, string][] = [
  ['checked', 'Green', 'recomputed and equal'],
  ['broken', 'Red', 'differs; the record is named'],
  ['unknown', 'Unknown', 'a chain or a file is missing to say'],
  ['attested', 'Attested', 'somebody’s word, and whose'],
]

const CHECKS: readonly [string, string][] = [
  ['Rules', 'they hash to the round’s id, which the contract holds'],
  ['Works', 'the list was anchored before voting opened'],
  ['Ballots', 'signature, window, sequence and spelling of each'],
  ['Log', 'nothing dropped, moved or back-dated; posted ballots are in'],
  ['Votes', 'each account’s power at the snapshot'],
  ['Count', 'the result is what the ballots say, with ties and voids'],
  ['Winners', 'every token document and root, before anything is minted'],
  ['Tokens', 'the digest on chain is the record, the record names the picture'],
]

/** What each check of a record is about. */
export function CheckMeanings() {
  return (
    <Section title="What is checked">
      <dl className="text-15">
        {CHECKS.map(([name, what]) => (
          <div key={name} className="grid grid-cols-[96px_minmax(0,1fr)] border-line border-b py-2">
            <dt className="font-figure">{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** What each square says. */
export function SquareMeanings() {
  return (
    <Section title="What the squares say">
      <ul className="text-15">
        {COLOURS.map(([verdict, name, meaning]) => (
          <li
            key={name}
            className="grid grid-cols-[24px_88px_minmax(0,1fr)] items-baseline border-line border-b py-2"
          >
            <Check verdict={verdict} silent />
            <b>{name}</b>
            {meaning}
          </li>
        ))}
      </ul>
    </Section>
  )
}
