/** So many clients and rounds are remembered; the longest silent is forgotten first. */
const MOST_CLIENTS = 5_000
/** The client of a server that no proxy stands before: it is everybody, and so it is not held to once. */
const EVERYBODY = 'direct'

const looked = new Map<string, Uint8Array>()

type Look = { client: string; roundId: string; count: number }

/** A bit for each work that a client has reported. */
function bitsOf({ client, roundId, count }: Look): Uint8Array {
  const key = `${client} ${roundId}`
  const bits = looked.get(key) ?? new Uint8Array(Math.ceil((count + 1) / 8))
  looked.delete(key)
  looked.set(key, bits)
  const [oldest] = looked.keys()
  if (looked.size > MOST_CLIENTS && oldest !== undefined) looked.delete(oldest)
  return bits
}

/**
 * The works that a client reports for the first time. Memory is enough: it keeps one address from burying a work
 * under looks, and a restart costs one look more.
 */
export function firstLooks(look: Look, numbers: readonly number[]): number[] {
  if (look.client === EVERYBODY) return [...numbers]
  const bits = bitsOf(look)
  return numbers.filter((number) => {
    const [at, bit] = [number >> 3, 1 << (number & 7)]
    const isFirst = ((bits[at] ?? 0) & bit) === 0
    bits[at] = (bits[at] ?? 0) | bit
    return isFirst
  })
}
