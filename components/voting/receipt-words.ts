import { formatMoment } from '#components/ui/moment.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { CheckedReceipt } from './check-receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import type { ReceiptFact } from './receipt-view.tsx'

const moment = (seconds: number | string) =>
  formatMoment(Number(seconds) * 1000, { year: true, seconds: true })

function chosenOf(choices: string): string {
  if (choices === '-') return 'It abstains'
  const count = choices.startsWith('sha256:') ? Number(choices.split('n=')[1]) : choices.split(' ').length
  return count === 1 ? 'for one work' : `for ${count} works`
}

function countsOf(power: string | null, chosen: string): string {
  if (power === null) return `It is ${chosen}`
  if (power === '0') return `Its voter had no votes at the snapshot. It is ${chosen}`
  return `It counts ${BigInt(power).toLocaleString('en')} votes ${chosen}`
}

/** When it was signed and taken in, what it counts, and until when it can be replaced. */
export function receiptText({ leaf }: Receipt, facts: ReceiptFacts, power: string | null): string {
  const { ballot, acceptedAt } = leaf
  const waited = acceptedAt - Number(ballot.issuedAt)
  const taken = waited > 0 ? `taken in ${waited} s later` : 'taken in at once'
  const signed = `Signed ${moment(ballot.issuedAt)}, ${taken}.`
  const chosen = chosenOf(ballot.choices)
  const closes = formatMoment(facts.rules.closesAt * 1000, { weekday: true })
  const counts = countsOf(power, chosen)
  const what = ballot.choices === '-' ? chosen : counts
  return facts.now < facts.rules.closesAt
    ? `${signed} ${what} unless you replace it before ${closes}.`
    : `${signed} ${what}. Voting closed on ${closes}.`
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
    { name: 'Ballot digest', hash: digest },
    ...(checked ? [{ name: `Leaf ${leafIndex + 1}`, hash: checked.leafHash }] : []),
    {
      name: `Root at ${head.size}`,
      hash: head.root,
      text: `signed by the operator ${moment(head.signedAt)}`,
    },
    { name: 'Voter', hash: ballot.voter },
    { name: 'Choices', text: choices },
    {
      name: 'Sequence',
      text:
        ballot.sequence === '1'
          ? '1, the first of this voter'
          : `${ballot.sequence}, replaces the ones before`,
    },
    ...(ballot.note ? [{ name: 'Note', text: ballot.note }] : []),
  ]
}
