import type { Receipt } from '#lib/protocol/receipt.ts'
import * as text from '#messages/voting/receipt-calls.ts'
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
      ...text.seal,
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
      ...text.post,
      until: closesAt,
      command: send(collection, 'postBallot(bytes32,bytes)', [facts.roundId, post]),
    },
  ]
}
