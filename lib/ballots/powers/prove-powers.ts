import type { Client, Hex } from 'viem'
import type { PowerRecord } from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Header } from '#lib/protocol/proofs/header.ts'
import { type PowerProof, provenToken } from '#lib/protocol/proofs/power-proof.ts'
import { heldBy, type Layout, layoutsOf } from '#lib/protocol/proofs/storage-layout.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { readsToken, type Strategy, type TokenStrategy } from '#lib/protocol/strategy.ts'

/** Slots asked for together. */
const SLOTS = 100
/** Voters whose power has to be found again before a slot is taken for the right one. */
const WITNESSES = 5
/** Where contracts without a proxy keep their mappings, and where OpenZeppelin 5 does behind one (ERC-7201). */
const PLACES: Partial<Record<Strategy['id'], readonly bigint[]>> = {
  'erc20-votes': [...slots(64), 0xe8b26c30fad74198956032a3533d903385d56dd795af560196f9c78d4af40d01n],
  'erc20-balance': [...slots(64), 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00n],
  'erc721-balance': [...slots(64), 0x80bb2b638cc20bc4d0a60d66940f3ab4a00c1d7b313497ca82fb0b4ab0079303n],
}

function slots(count: number): bigint[] {
  return Array.from({ length: count }, (_, slot) => BigInt(slot))
}

type Asked = { rules: Rules; powers: readonly PowerRecord[]; header: Header }
type Holding = { account: Address; raw: bigint }

/**
 * Proves what the tokens of the home chain held for the voters after the snapshot block (EIP-1186); the node has
 * to remember that state. A token whose storage has none of the known forms is left out.
 */
export async function provePowers(client: Client, { rules, powers, header }: Asked): Promise<PowerProof[]> {
  const proofs: PowerProof[] = []
  for (const [index, strategy] of rules.strategies.entries()) {
    if (!readsToken(strategy) || strategy.chainId !== rules.chainId) continue
    const holdings = powers.flatMap(({ account, shares }): Holding[] => {
      const share = shares[index]
      return share ? [{ account, raw: BigInt(share.raw) }] : []
    })
    const place = await findPlace(client, strategy, holdings, header)
    const proof = place && (await proveStrategy(client, { index, strategy, holdings, header, ...place }))
    if (proof) proofs.push(proof)
  }
  return proofs
}

type Place = { layout: Layout; slot: bigint }

/** Where a token keeps what its holders hold: the one place that gives the known answer for several of them. */
async function findPlace(
  client: Client,
  strategy: TokenStrategy,
  holdings: readonly Holding[],
  header: Header,
): Promise<Place | null> {
  const { id, token } = strategy
  const witnesses = holdings.filter(({ raw }) => raw > 0n).slice(0, WITNESSES)
  if (witnesses.length === 0) return null
  for (const layout of layoutsOf(strategy))
    for (const slot of PLACES[id] ?? []) {
      const held = await Promise.all(
        witnesses.map(({ account }) => readHeld(client, { token, account, layout, slot, header })),
      )
      if (witnesses.every(({ raw }, index) => held[index] === raw)) return { layout, slot }
    }
  return null
}

type Reading = Place & { token: Address; account: Address; header: Header }

async function readHeld(client: Client, { token, account, layout, slot, header }: Reading): Promise<bigint> {
  const reading = heldBy(account, layout, slot)
  let step = reading.next()
  while (!step.done) {
    const word: Hex | undefined = await client.request({
      method: 'eth_getStorageAt',
      params: [token, hexOf(step.value), blockOf(header)],
    })
    step = reading.next(BigInt(word ?? '0x0'))
  }
  return step.value
}

type Proving = Place & {
  index: number
  strategy: TokenStrategy
  holdings: readonly Holding[]
  header: Header
}

async function proveStrategy(client: Client, proving: Proving): Promise<PowerProof | null> {
  const { index, strategy, holdings, header, layout, slot } = proving
  const account = new Set<Hex>()
  const paths = new Map<bigint, Hex[]>()
  const readings = holdings.map((holding) => {
    const reading = heldBy(holding.account, layout, slot)
    return { reading, step: reading.next(), passed: [] as bigint[] }
  })
  for (let left = readings; left.length > 0; left = left.filter(({ step }) => !step.done))
    for (let start = 0; start < left.length; start += SLOTS) {
      const batch = left.slice(start, start + SLOTS)
      const keys = batch.map(({ step }) => hexOf(step.value))
      const answer = await client.request({
        method: 'eth_getProof',
        params: [strategy.token, keys, blockOf(header)],
      })
      for (const node of answer.accountProof) account.add(node)
      for (const [place, one] of batch.entries()) {
        const { value, proof } = answer.storageProof[place] ?? { value: '0x0', proof: [] }
        paths.set(one.step.value, proof)
        one.passed.push(one.step.value)
        one.step = one.reading.next(BigInt(value))
      }
    }
  const storage = new Set(readings.flatMap(({ passed }) => passed.flatMap((read) => paths.get(read) ?? [])))
  const made = { strategy: index, layout, slot: String(slot), account: [...account], storage: [...storage] }
  const token = provenToken(header.stateRoot, strategy.token, made)
  return holdings.every((holding) => token.held(holding.account) === holding.raw) ? made : null
}

const blockOf = ({ number }: Header): Hex => `0x${BigInt(number).toString(16)}`
const hexOf = (slot: bigint): Hex => `0x${slot.toString(16).padStart(64, '0')}`
