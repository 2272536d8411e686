import { z } from 'zod'

/** What this device remembers of ballots it signed: enough to go back to the receipt and to replace them. */
const signedBallotSchema = z.object({
  voter: z.string(),
  sequence: z.string().regex(/^[0-9]{1,20}$/),
  digest: z.string(),
  number: z.number().int(),
  choices: z.string(),
})
const recordSchema = z.object({ version: z.literal(1), ballots: z.array(signedBallotSchema).max(200) })

export type SignedBallot = z.infer<typeof signedBallotSchema>

type KeyValue = Pick<Storage, 'getItem' | 'setItem'>

export const signedBallotsKey = (roundId: string) => `verso.signed.${roundId}`

/** Anything unreadable is no ballots, never an error. */
export function readSignedBallots(storage: () => KeyValue, roundId: string): SignedBallot[] {
  try {
    return recordSchema.parse(JSON.parse(storage().getItem(signedBallotsKey(roundId)) ?? '')).ballots
  } catch {
    return []
  }
}

/** Returns false when the device keeps nothing; the receipt page still has its address. */
export function rememberSignedBallot(
  storage: () => KeyValue,
  roundId: string,
  ballot: SignedBallot,
): boolean {
  const others = readSignedBallots(storage, roundId).filter(({ digest }) => digest !== ballot.digest)
  try {
    const record = { version: 1, ballots: [...others, ballot].slice(-200) }
    storage().setItem(signedBallotsKey(roundId), JSON.stringify(record))
    return true
  } catch {
    return false
  }
}

/** The sequence after the highest that this device knows; a device without memory starts at 1. */
export function nextSequence(ballots: readonly SignedBallot[], voter: string): bigint {
  let last = 0n
  for (const ballot of ballots)
    if (ballot.voter === voter && BigInt(ballot.sequence) > last) last = BigInt(ballot.sequence)
  return last + 1n
}
