import type { Anchor } from '#lib/protocol/evidence.ts'
import { EMPTY_ROOT } from '#lib/protocol/log-node.ts'
import { BLOCK_PROOFS } from '#lib/protocol/manifest.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { type ProvenBlock, provenBlock } from '#lib/protocol/proofs/block-proof.ts'
import { said } from '#lib/protocol/said.ts'
import type { RoundEvents, RoundFacts } from './chain-reader.ts'
import { roundEvents } from './collection-events.ts'
import type { ChainView } from './context.ts'
import type { Core } from './core.ts'
import type { CheckLog } from './report.ts'

/** Blocks of the home chain that a bundle proves, by number. */
export type ProvenBlocks = ReadonlyMap<string, ProvenBlock>

/** Reads what a bundle recorded of the home chain; what proves nothing, or another block, is red in `log`. */
export function proveBlocks(log: CheckLog, core: Core): ProvenBlocks {
  const blocks = new Map<string, ProvenBlock>()
  const named = blocksNamedBy(core)
  for (const [index, proof] of (core.proofs ?? []).entries()) {
    const place = { file: BLOCK_PROOFS, line: index + 1 }
    const block = log.attempt(place, () => provenBlock(proof))
    const hashes = named.get(proof.number)
    if (proof.chainId !== core.rules?.chainId)
      log.red({ ...place, field: 'chainId' }, 'proof-chain', 'not a block of the home chain')
    else if (block && hashes && !hashes.has(block.header.hash))
      log.red({ ...place, field: 'header' }, 'proof-block', 'the header hashes to {hash}', {
        hash: block.header.hash,
      })
    else if (block) blocks.set(proof.number, block)
  }
  return blocks
}

/**
 * The round as recorded blocks tell it. Null, with a finding where there are proofs at all, unless every block
 * that the bundle names is proven: half a record would accuse the other half.
 */
export function recordedView(log: CheckLog, core: Core, blocks: ProvenBlocks): ChainView | null {
  const { rules, roundId, proofs } = core
  if (!rules || !roundId || !proofs) return null
  const missing = [...blocksNamedBy(core).keys()].filter((number) => !blocks.has(number))
  const events = missing.length > 0 ? null : eventsIn(core, blocks)
  if (!events?.opened) {
    const what =
      missing.length > 0 ? said('block {numbers}', { numbers: missing }) : said('the opening of the round')
    log.unknown({ file: BLOCK_PROOFS }, 'proofs-incomplete', 'nothing here proves {what}', { what })
    return null
  }
  return {
    reader: null,
    block: async (number) => blocks.get(number)?.header ?? null,
    stateRoot: (number) => blocks.get(number)?.header.stateRoot ?? null,
    events,
    facts: factsFrom(events, events.opened),
  }
}

/** Hashes that the bundle gives for each block of the home chain that it names. */
function blocksNamedBy(core: Core): Map<string, Set<string>> {
  const { rules, evidence, heads, posted, voids, close, mints } = core
  const named = new Map<string, Set<string>>()
  const add = (number: string, hash: string) => named.set(number, (named.get(number) ?? new Set()).add(hash))
  const anchors: (Anchor | null)[] = [
    ...(heads ?? []).map(({ anchor }) => anchor),
    ...[...(posted ?? []), ...(voids ?? []), ...(mints ?? [])].map(({ anchor }) => anchor),
    close?.anchor ?? null,
  ]
  if (evidence) {
    anchors.push(evidence.opening.anchor, ...evidence.rotations.map(({ anchor }) => anchor))
    const home = evidence.snapshots.filter(({ chainId }) => chainId === rules?.chainId)
    const blocks = [...home, evidence.tieSeed].flatMap((pair) => Object.values(pair))
    for (const block of blocks) if (typeof block === 'object') add(block.number, block.hash)
  }
  for (const anchor of anchors) if (anchor) add(anchor.blockNumber, anchor.blockHash)
  return named
}

function eventsIn({ rules, roundId }: Core, blocks: ProvenBlocks): RoundEvents {
  const inOrder = [...blocks.values()].toSorted((a, b) =>
    Number(BigInt(a.header.number) - BigInt(b.header.number)),
  )
  return roundEvents(
    inOrder.flatMap(({ header, logs }) =>
      logs
        .filter(({ address, topics }) => address === rules?.collection && topics[1] === roundId)
        .map(({ topics, data, txHash, logIndex }) => {
          const { number, hash, timestamp } = header
          const anchor = { blockNumber: number, blockHash: hash, blockTime: timestamp, txHash, logIndex }
          return { topics, data, anchor }
        }),
    ),
  )
}

/** What the collection stores about a round follows from its events. */
function factsFrom(events: RoundEvents, opened: NonNullable<RoundEvents['opened']>): RoundFacts {
  const sealed = events.heads.at(-1)
  const last = events.closed.at(-1)
  return {
    ...opened.facts,
    roundIndex: opened.roundIndex,
    logSize: sealed?.size ?? '0',
    logRoot: sealed?.root ?? EMPTY_ROOT,
    closes: last?.closes ?? 0,
    finalAt: last?.finalAt ?? 0,
    resultHash: last?.resultHash ?? ZERO_BYTES32,
    winnersRoot: last?.winnersRoot ?? ZERO_BYTES32,
    sharesRoot: last?.sharesRoot ?? ZERO_BYTES32,
    sharesTotal: last?.sharesTotal ?? '0',
    frozen: events.freezes.at(-1)?.lifted === false,
  }
}
