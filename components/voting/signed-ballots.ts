/** What this device remembers of ballots it signed: enough to go back to the receipt and to replace them. */
export type SignedBallot = {
  voter: string
  /** A uint64 in decimal. */
  sequence: string
  digest: string
  /** The leaf, from 1. */
  number: number
  choices: string
}

const VERSION = 1
const KEPT = 200
const SEQUENCE = /^[0-9]{1,20}$/

type KeyValue = Pick<Storage, 'getItem' | 'setItem'>

export const signedBallotsKey = (roundId: string) => `verso.signed.${roundId}`

function isBallot(value: unknown): value is SignedBallot {
  if (typeof value !== 'object' || value === null) return false
  const { voter, sequence, digest, number, choices } = value as Record<string, unknown>
  const texts = [voter, sequence, digest, choices].every((text) => typeof text === 'string')
  return texts && SEQUENCE.test(String(sequence)) && Number.isInteger(number)
}

/** Anything unreadable is no ballots, never an error. */
export function readSignedBallots(storage: () => KeyValue, roundId: string): SignedBallot[] {
  try {
    const raw = storage().getItem(signedBallotsKey(roundId))
    if (raw === null) return []
    const record: unknown = JSON.parse(raw)
    const { version, ballots } = record as Record<string, unknown>
    if (version !== VERSION || !Array.isArray(ballots)) return []
    return ballots.every(isBallot) ? ballots.slice(-KEPT) : []
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
    const record = { version: VERSION, ballots: [...others, ballot].slice(-KEPT) }
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
