import {
  BaseError,
  createPublicClient,
  type Hex,
  HttpRequestError,
  http,
  type PublicClient,
  parseAbi,
  TimeoutError,
} from 'viem'
import { namehash, normalize } from 'viem/ens'
import type { Address } from '#lib/protocol/primitives.ts'
import { env } from './env.ts'

/** The registry of ENS, at one address on mainnet and its test networks. */
const REGISTRY = '0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e'
const NOBODY = `0x${'0'.repeat(40)}`
const ABI = parseAbi([
  'function resolver(bytes32 node) view returns (address)',
  'function name(bytes32 node) view returns (string)',
  'function addr(bytes32 node) view returns (address)',
])
/** Of a name as it is written: longer ones are no names but texts. */
const MOST_LETTERS = 80

type Reader = Pick<PublicClient, 'readContract'>

/** ENSIP-15 or nothing: what has another spelling, or might be taken for another name, is not shown. */
function wholeName(name: string): string | null {
  try {
    const isShort = name !== '' && [...name].length <= MOST_LETTERS
    return isShort && normalize(name) === name ? name : null
  } catch {
    return null
  }
}

/** A node that does not answer says nothing of a name; a contract that reverts has none. */
const isSilence = (error: unknown) =>
  error instanceof BaseError &&
  error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null

type Place = { registry: Address; node: Hex }

/** What the resolver of a node answers, null for none. @throws what viem throws when the chain does not answer */
async function resolved(
  reader: Reader,
  { registry, node }: Place,
  read: (resolver: Address) => Promise<string>,
): Promise<string | null> {
  try {
    const ask = { abi: ABI, args: [node] } as const
    const resolver = await reader.readContract({ ...ask, address: registry, functionName: 'resolver' })
    return resolver === NOBODY ? null : await read(resolver)
  } catch (error) {
    if (isSilence(error)) throw error
    return null
  }
}

const nameAt = (reader: Reader, place: Place) =>
  resolved(reader, place, (address) =>
    reader.readContract({ abi: ABI, address, functionName: 'name', args: [place.node] }),
  )

const accountAt = (reader: Reader, place: Place) =>
  resolved(reader, place, (address) =>
    reader.readContract({ abi: ABI, address, functionName: 'addr', args: [place.node] }),
  )

/**
 * The primary name of an address: what its reverse record says, where that name leads back to the address. Names that
 * are answered off chain are not followed, as any contract could send this server anywhere.
 * @returns null for none
 * @throws what viem throws when the node does not answer
 */
export async function ensNameOf(
  reader: Reader,
  address: Address,
  registry: Address = REGISTRY,
): Promise<string | null> {
  const reverse = namehash(`${address.slice(2).toLowerCase()}.addr.reverse`)
  const said = await nameAt(reader, { registry, node: reverse })
  const name = said === null ? null : wholeName(said)
  if (name === null) return null
  const forward = await accountAt(reader, { registry, node: namehash(name) })
  return forward?.toLowerCase() === address.toLowerCase() ? name : null
}

const KEPT_MS = 3_600_000
/** After a node that did not answer. */
const SILENT_MS = 60_000
const MOST_KEPT = 2_000

type Kept = { name: string | null; until: number; isAsked: boolean }

/**
 * Names by address, kept for an hour. Nobody waits for one: an address that is not known yet is asked about, and has
 * its name at the next look.
 */
export function nameBook(ask: (address: Address) => Promise<string | null>, now: () => number = Date.now) {
  const kept = new Map<Address, Kept>()

  function look(address: Address, before: string | null): void {
    kept.delete(address)
    kept.set(address, { name: before, until: 0, isAsked: true })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    const keep = (name: string | null, forMs: number) => {
      if (kept.has(address)) kept.set(address, { name, until: now() + forMs, isAsked: false })
    }
    ask(address).then(
      (name) => keep(name, KEPT_MS),
      () => keep(before, SILENT_MS),
    )
  }

  return (address: Address): string | null => {
    const entry = kept.get(address)
    if (!entry || (!entry.isAsked && entry.until <= now())) look(address, entry?.name ?? null)
    return kept.get(address)?.name ?? null
  }
}

const held = globalThis as { versoNames?: ReturnType<typeof nameBook> }

function openBook(url: string) {
  const transport = http(url, { timeout: 5_000, retryCount: 1 })
  const client = createPublicClient({ transport, ccipRead: false })
  return nameBook((address) => ensNameOf(client, address))
}

/** The name that an address goes by, as far as it is known now; null, and nothing is asked, without `ENS_RPC_URL`. */
export function knownName(address: Address): string | null {
  const { ENS_RPC_URL } = env()
  if (ENS_RPC_URL === undefined) return null
  held.versoNames ??= openBook(ENS_RPC_URL)
  return held.versoNames(address)
}
