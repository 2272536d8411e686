import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { BallotSet } from '#lib/protocol/ballot-set.ts'
import type { Anchor, Evidence } from '#lib/protocol/evidence.ts'
import type { AskPosted } from '#lib/protocol/judge-lines.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import type { BlockRecord } from '#lib/protocol/power.ts'
import { WALLET_SECONDS, type WalletCheck } from '#lib/protocol/wallet-signature.ts'
import { type ChainView, type CheckContext, compareBlock } from './context.ts'
import type { CheckLog, Place } from './report.ts'

const placeOf = (index: number, field: string): Place => ({
  file: shardPath('log', Math.floor(index / SHARD_LEAVES)),
  line: (index % SHARD_LEAVES) + 1,
  field,
})

/** Asks a chain about posted ballots; undefined where none is read. */
export function askPostedBy({ chain }: CheckContext): AskPosted | undefined {
  const reader = chain?.reader
  return reader ? (question, { blockNumber }) => reader.takesSignature(question, blockNumber) : undefined
}

/**
 * Holds the recorded answers of contracts against the chain. What no chain was asked about is attested.
 * @returns the ballots that rest on a recorded answer alone
 */
export async function checkWallets(
  log: CheckLog,
  context: CheckContext,
  { wallets }: BallotSet,
): Promise<Set<VerifiedBallot>> {
  const recorded = new Set<VerifiedBallot>()
  const { chain, core } = context
  const known = knownBlocks(context)
  for (const { index, ballot } of wallets) {
    if (!ballot.wallet) continue
    const { question, check } = ballot.wallet
    const place = placeOf(index, 'check')
    const home = check.chainId === core.rules?.chainId
    const acceptedAt = core.log?.acceptedAt[index] ?? 0
    if (home) compareKnown(log, place, known, { check, acceptedAt })
    if (home && chain?.reader) {
      await compareTime(log, chain, place, { check, acceptedAt })
      const taken = await log.read(place, chain.reader.takesSignature(question, check.blockNumber))
      if (taken === false)
        log.red(
          placeOf(index, 'signature'),
          'signature-mismatch',
          'the contract {account} does not take it after block {blockNumber}',
          { account: question.account, blockNumber: check.blockNumber },
        )
      if (taken !== null) continue
    } else {
      log.attested(
        place,
        'wallet-recorded',
        'that the contract {account} took the signature after block {block} of chain {chain} is the operator’s word',
        { account: question.account, block: check.blockNumber, chain: check.chainId },
      )
    }
    recorded.add(ballot)
  }
  return recorded
}

type Asked = { check: WalletCheck; acceptedAt: number }

async function compareTime(log: CheckLog, chain: ChainView, place: Place, asked: Asked): Promise<void> {
  const { blockNumber: number, blockHash: hash } = asked.check
  const found = await log.read(
    place,
    chain.block(number).then((block) => ({ block })),
  )
  if (!found) return
  const timestamp = found.block?.timestamp ?? 0
  await compareBlock(log, chain, place, { number, hash, timestamp })
  if (found.block && !isRecent(timestamp, asked))
    log.red(place, 'wallet-time', 'block {number} is not of the {seconds} seconds before it was taken', {
      number,
      seconds: WALLET_SECONDS,
    })
}

const isRecent = (timestamp: number, { acceptedAt }: Asked) =>
  timestamp <= acceptedAt && timestamp >= acceptedAt - WALLET_SECONDS

/** Blocks of the home chain whose times the bundle gives, ascending. */
function knownBlocks({ core }: CheckContext): BlockRecord[] {
  const { rules, evidence, heads, posted, voids } = core
  if (!evidence) return []
  const anchors: (Anchor | null)[] = [
    ...(heads ?? []).map(({ anchor }) => anchor),
    ...[...(posted ?? []), ...(voids ?? [])].map(({ anchor }) => anchor),
    evidence.opening.anchor,
  ]
  const home: Evidence['snapshots'] = evidence.snapshots.filter(({ chainId }) => chainId === rules?.chainId)
  const blocks: BlockRecord[] = [
    ...anchors.flatMap((anchor) => (anchor ? [blockOf(anchor)] : [])),
    ...[...home, evidence.tieSeed].flatMap((pair) =>
      Object.values(pair).filter((block) => typeof block === 'object'),
    ),
  ]
  return blocks.toSorted((a, b) => Number(BigInt(a.number) - BigInt(b.number)))
}

const blockOf = ({ blockNumber, blockHash, blockTime }: Anchor): BlockRecord => ({
  number: blockNumber,
  hash: blockHash,
  timestamp: blockTime,
})

/** Blocks follow one another in time, so those around the one asked say when it can have been. */
function compareKnown(log: CheckLog, place: Place, known: readonly BlockRecord[], asked: Asked): void {
  const { check, acceptedAt } = asked
  const at = BigInt(check.blockNumber)
  const before = known.findLast(({ number }) => BigInt(number) <= at)
  const after = known.find(({ number }) => BigInt(number) >= at)
  if (before && BigInt(before.number) === at && before.hash !== check.blockHash)
    log.red(place, 'block-differs', 'block {at} is {hash} elsewhere in the bundle, here {blockHash}', {
      at,
      hash: before.hash,
      blockHash: check.blockHash,
    })
  if (before && before.timestamp > acceptedAt)
    log.red(place, 'wallet-time', 'block {number} is later than the ballot, so block {at} is too', {
      number: before.number,
      at,
    })
  if (after && after.timestamp < acceptedAt - WALLET_SECONDS)
    log.red(place, 'wallet-time', 'block {number} is long before the ballot, so block {at} is too', {
      number: after.number,
      at,
    })
}
