import type { Receipt } from '#lib/protocol/receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'

/** One way to act without this server: until when it is open, what it does, and the call. */
export type ReceiptCall = { title: string; text: string; until: number; command: string }

const send = (collection: string, signature: string, args: readonly string[]) =>
  `cast send ${collection} "${signature}" ${args.join(' ')} --rpc-url https://your-node --interactive`

/** What whoever holds a receipt can send to the collection themselves, from any account. */
export function receiptCalls(
  receipt: Pick<Receipt, 'head' | 'headSignature'>,
  facts: ReceiptFacts,
  post: string,
): ReceiptCall[] {
  const { head, headSignature } = receipt
  const { collection, closesAt, sealGrace } = facts.rules
  return [
    {
      title: 'Seal the log with this receipt',
      text: 'It anchors the head that the operator signed for you. The log can then only grow from there, with your ballot in it. It is taken while the head on chain is smaller.',
      until: closesAt + sealGrace,
      command: send(collection, 'anchorHead(bytes32,uint40,bytes32,uint40,bytes)', [
        facts.roundId,
        head.size,
        head.root,
        head.signedAt,
        headSignature,
      ]),
    },
    {
      title: 'Post the ballot on chain',
      text: 'The count takes the log and all posted ballots together, so nobody can leave it out. It is public from that moment.',
      until: closesAt,
      command: send(collection, 'postBallot(bytes32,bytes)', [facts.roundId, post]),
    },
  ]
}
