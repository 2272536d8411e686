import { formatMoment } from '#components/ui/moment.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
import * as words from '#messages/voting/receipt-words.ts'
import type { CheckedReceipt } from './check-receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import type { ReceiptFact } from './receipt-view.tsx'

const moment = (seconds: number | string) =>
  formatMoment(Number(seconds) * 1000, { year: true, seconds: true })

type Said = Pick<Ballot, 'method' | 'choices'>

/** How many works, or duels, the choices name. */
function countOf({ method, choices }: Said): number {
  if (choices.startsWith('sha256:')) return Number(choices.split('n=')[1])
  return choices.split(method === 'ranked' ? '>' : ' ').length
}

/** What a ballot does with the votes behind it. */
function countsOf(said: Said, power: string | null): string {
  if (said.choices === '-') return words.abstains
  const does = words.does[said.method] ?? words.counts
  if (power === '0') return `${words.noVotes} ${does(countOf(said), null)}`
  return does(countOf(said), power === null ? null : BigInt(power))
}

/** When it was signed and taken in, what it counts, and until when it can be replaced. */
export function receiptText({ leaf }: Receipt, facts: ReceiptFacts, power: string | null): string {
  const { ballot, acceptedAt } = leaf
  const signed = words.signed(moment(ballot.issuedAt), acceptedAt - Number(ballot.issuedAt))
  const closes = formatMoment(facts.rules.closesAt * 1000, { weekday: true })
  const what = countsOf(ballot, power)
  const until = facts.now < facts.rules.closesAt ? words.replaceable : words.closed
  return `${signed} ${until(what, closes)}`
}

/** What the receipt says, for comparison by hand. */
export function receiptFacts(
  receipt: Receipt,
  digest: string,
  checked: CheckedReceipt | null,
): ReceiptFact[] {
  const { leaf, leafIndex, head } = receipt
  const { ballot } = leaf
  const choices = ballot.choices.length > 200 ? `${ballot.choices.slice(0, 200)}…` : ballot.choices
  return [
    { name: words.digest, hash: digest },
    ...(checked ? [{ name: words.leaf(leafIndex + 1), hash: checked.leafHash }] : []),
    {
      name: words.rootAt(head.size),
      hash: head.root,
      text: words.byOperator(moment(head.signedAt)),
    },
    { name: words.voter, hash: ballot.voter },
    { name: words.choices, text: choices },
    {
      name: words.sequence,
      text: ballot.sequence === '1' ? words.firstOfVoter : words.replaces(ballot.sequence),
    },
    ...(ballot.note ? [{ name: words.note, text: ballot.note }] : []),
  ]
}
