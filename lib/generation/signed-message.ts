import type { Prisma } from '#lib/platform/db.ts'

/**
 * The very statement that a creator signed, from the row of their brief.
 * @param round id of the brief's round
 */
export function signedMessage(row: Prisma.BriefGetPayload<object>, round: string | null) {
  const { creator, prompt, promptHash, style, traits, licence, royaltyReceiver, count, nonce } = row
  const terms = { licence, royaltyReceiver, count, nonce, deadline: String(row.deadline) }
  return { round, creator, prompt, promptHash, style, traits, ...terms }
}
