import { z } from 'zod'
import { type Bytes32, bytes32Schema, hexSchema, secondsSchema } from '#lib/protocol/primitives.ts'
import { parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import type { Head } from '#lib/protocol/typed-data.ts'
import { fetchBounded, Unanswered } from './ask.ts'

const MAX_BYTES = 4 * 2 ** 20
const TIMEOUT_MS = 20_000
const HEADS_A_PAGE = 1000
const HASHES_A_PAGE = 10_000
const MAX_PAGES = 100

const sizeSchema = z
  .int()
  .min(0)
  .max(2 ** 40 - 1)
const stateSchema = z.string().regex(/^[a-z]{1,20}$/)
const listSchema = <S extends z.ZodType>(item: S, most: number) =>
  z.object({ items: z.array(item).max(most), nextCursor: z.string().max(100).nullable() })
const roundsSchema = listSchema(z.object({ id: z.string().max(66), state: stateSchema }), 100)
const roundSchema = z.object({
  roundId: bytes32Schema,
  state: stateSchema,
  rules: z.unknown(),
  chain: z.object({ opened: z.object({ block: z.int().min(0) }).nullable() }),
})
const headsSchema = listSchema(
  z.object({
    size: sizeSchema,
    root: bytes32Schema,
    signedAt: secondsSchema,
    signature: hexSchema.refine((hex) => hex.length <= 1000, 'a long signature'),
  }),
  HEADS_A_PAGE,
)
const hashesSchema = listSchema(z.object({ index: sizeSchema, hash: bytes32Schema }), HASHES_A_PAGE)
const pathSchema = z.object({ path: z.array(bytes32Schema).max(64) })

export type ListedRound = { id: Bytes32; state: string }
export type InstanceRound = ListedRound & {
  rules: Rules
  /** Block of the opening as the instance says: where to look for it, not what to believe. */
  openedBlock: string | null
}
export type SignedHead = { head: Head; signature: `0x${string}` }

/** What a watcher reads of an instance. Every method throws `Unanswered`. */
export type InstanceApi = {
  rounds(): Promise<ListedRound[]>
  round(id: Bytes32): Promise<InstanceRound>
  /** Heads from the newest down to the first of at most `size` leaves. */
  headsDownTo(id: Bytes32, size: number): Promise<SignedHead[]>
  /** The head of exactly so many leaves, if there is one. */
  headAt(id: Bytes32, size: number): Promise<SignedHead | null>
  /** Leaf hashes from index `from` up to `to`, exclusive. */
  hashes(id: Bytes32, from: number, to: number): Promise<Bytes32[]>
  consistency(id: Bytes32, first: number, second: number): Promise<Bytes32[]>
}

function parse<S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Unanswered('withheld', `answers something that is no ${what}`)
}

function asker(origin: string, stop: AbortSignal) {
  return async <S extends z.ZodType>(path: string, schema: S, what: string): Promise<z.infer<S>> => {
    const init = { headers: { accept: 'application/json' } }
    const bounds = { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, stop }
    const response = await fetchBounded(new URL(`/api/v1/rounds${path}`, origin), init, bounds)
    const { status } = response
    if (status === 429 || status >= 500) throw new Unanswered('down', `answers ${status} for the ${what}`)
    if (!response.ok) throw new Unanswered('withheld', `answers ${status} for the ${what}`)
    let value: unknown
    try {
      value = JSON.parse(await response.text())
    } catch {
      throw new Unanswered('withheld', `answers no JSON for the ${what}`)
    }
    return parse(schema, value, what)
  }
}

type Ask = ReturnType<typeof asker>

async function readRounds(ask: Ask): Promise<ListedRound[]> {
  const rounds: ListedRound[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const answer: z.infer<typeof roundsSchema> = await ask(`?take=100${from}`, roundsSchema, 'list of rounds')
    for (const { id, state } of answer.items) {
      const parsed = bytes32Schema.safeParse(id)
      if (parsed.success) rounds.push({ id: parsed.data, state })
    }
    cursor = answer.nextCursor
    if (cursor === null) return rounds
  }
  throw new Unanswered('withheld', 'answers a list of rounds without an end')
}

async function readRound(ask: Ask, id: Bytes32): Promise<InstanceRound> {
  const { state, rules: given, chain } = await ask(`/${id}`, roundSchema, 'round')
  let rules: Rules
  try {
    rules = parseRules(given)
  } catch (error) {
    throw new Unanswered('withheld', 'answers rules that are none', { cause: error })
  }
  if (roundIdOf(rules) !== id)
    throw new Unanswered('withheld', 'answers rules that are not those of the round')
  const opened = chain.opened
  return { id, state, rules, openedBlock: opened === null ? null : String(opened.block) }
}

async function readHeads(ask: Ask, id: Bytes32, downTo: number): Promise<SignedHead[]> {
  const heads: SignedHead[] = []
  let below = ''
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const path = `/${id}/log/heads?take=${HEADS_A_PAGE}${below}`
    const { items, nextCursor } = await ask(path, headsSchema, 'list of heads')
    for (const { size, root, signedAt, signature } of items) {
      const before = heads.at(-1)
      if (before && size >= Number(before.head.size))
        throw new Unanswered('withheld', 'answers heads that are not in order')
      heads.push({ head: { round: id, size: String(size), root, signedAt: String(signedAt) }, signature })
    }
    const last = items.at(-1)
    if (nextCursor === null || !last || last.size <= downTo) return heads
    below = `&cursor=${last.size}`
  }
  throw new Unanswered('withheld', 'answers more heads than can be read')
}

async function readHashes(ask: Ask, id: Bytes32, from: number, to: number): Promise<Bytes32[]> {
  if (to - from > MAX_PAGES * HASHES_A_PAGE)
    throw new Unanswered('withheld', `says that it has ${to} ballots, more than can be read`)
  const hashes: Bytes32[] = []
  while (from + hashes.length < to) {
    const next = from + hashes.length
    const take = Math.min(HASHES_A_PAGE, to - next)
    const { items } = await ask(`/${id}/log/hashes?cursor=${next}&take=${take}`, hashesSchema, 'leaf hashes')
    if (items.length === 0 || items.length > take || items.some(({ index }, at) => index !== next + at))
      throw new Unanswered('withheld', `publishes no leaf hashes from ${next} on`)
    hashes.push(...items.map(({ hash }) => hash))
  }
  return hashes
}

/** Reads of the instance at an origin; `stop` ends what is under way. */
export function instanceApi(origin: string, stop: AbortSignal): InstanceApi {
  const ask = asker(origin, stop)
  return {
    rounds: () => readRounds(ask),
    round: (id) => readRound(ask, id),
    headsDownTo: (id, size) => readHeads(ask, id, size),
    async headAt(id, size) {
      const { items } = await ask(`/${id}/log/heads?take=1&cursor=${size + 1}`, headsSchema, 'head')
      const found = items.find((item) => item.size === size)
      if (!found) return null
      const head = { round: id, size: String(size), root: found.root, signedAt: String(found.signedAt) }
      return { head, signature: found.signature }
    },
    hashes: (id, from, to) => readHashes(ask, id, from, to),
    async consistency(id, first, second) {
      const query = `/${id}/proofs/consistency?first=${first}&second=${second}`
      return (await ask(query, pathSchema, 'consistency proof')).path
    },
  }
}
