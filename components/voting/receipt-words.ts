import { formatMoment } from '#components/ui/moment.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
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

const VERBS: Record<string, (these: string, votes: string) => string> = {
  weighted: (works, votes) => `It shares ${votes} among ${works}`,
  quadratic: (works) => `It gives ${works} the votes that it bought with credits`,
  score: (works, votes) => `It gives points to ${works}, with ${votes} behind each point`,
  ranked: (works, votes) => `It ranks ${works}, with ${votes} behind the first that stands`,
  pairwise: (duels, votes) => `It judges ${duels}, with ${votes} behind them`,
}

/** What a ballot does with the votes behind it. */
function countsOf(said: Said, power: string | null): string {
  if (said.choices === '-') return 'It abstains'
  const count = countOf(said)
  const unit = said.method === 'pairwise' ? 'duel' : 'work'
  const these = count === 1 ? `one ${unit}` : `${count} ${unit}s`
  const verb = VERBS[said.method]
  const none = power === '0' ? 'Its voter had no votes at the snapshot. ' : ''
  if (power === null || power === '0')
    return `${none}${verb ? verb(these, 'its votes') : `It is for ${these}`}`
  const votes = `${BigInt(power).toLocaleString('en')} votes`
  return verb ? verb(these, votes) : `It counts ${votes} for ${these}`
}

/** When it was signed and taken in, what it counts, and until when it can be replaced. */
export function receiptText({ leaf }: Receipt, facts: ReceiptFacts, power: string | null): string {
  const { ballot, acceptedAt } = leaf
  const waited = acceptedAt - Number(ballot.issuedAt)
  const taken = waited > 0 ? `taken in ${waited} s later` : 'taken in at once'
  const signed = `Signed ${moment(ballot.issuedAt)}, ${taken}.`
  const closes = formatMoment(facts.rules.closesAt * 1000, { weekday: true })
  const what = countsOf(ballot, power)
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
