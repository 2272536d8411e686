import { toHex, zeroHash } from 'viem'
import { type Chain, startChain } from './gas/chain.ts'
import { openCollection } from './gas/collection.ts'
import { createLogTree } from './gas/log-tree.ts'
import { measurePeers } from './gas/measure-peers.ts'
import { digestOf, type Winner, winnersOf } from './gas/winners.ts'
import { atMost, type BenchResult } from './result.ts'

type OurCollection = Awaited<ReturnType<typeof openCollection>>

async function finishedRound(chain: Chain, ours: OurCollection, label: string, count: number) {
  const roundId = digestOf(label)
  const minted = winnersOf(roundId, count)
  const { openGas, closesAt } = await ours.open(roundId)
  await chain.liveTo(closesAt + 600)
  await ours.close(roundId, minted.root, { root: zeroHash, total: 0n })
  await chain.liveTo(closesAt + 600 + 86_400 + 1)
  return { roundId, openGas, ...minted }
}

async function measureAnchors(chain: Chain, ours: OurCollection) {
  const roundId = digestOf('anchors')
  const tree = createLogTree(131_072)
  const { openGas, opensAt, closesAt } = await ours.open(roundId)
  await chain.liveTo(opensAt)
  const headFirst = await ours.anchor(roundId, 70_001, toHex(tree.root(70_001)), opensAt)
  const headAfter = await ours.anchor(roundId, 131_072, toHex(tree.root()), opensAt + 60)
  await chain.liveTo(closesAt + 600)
  const shares = { root: digestOf('shares'), total: 123_456_789n }
  const close = await ours.close(roundId, digestOf('winners'), shares)
  // One leaf short of the whole log has the longest proof, and every node above the last pair hashed twice.
  const proof = tree.consistency(131_071).map((node) => toHex(node))
  const fraudProof = await ours.proveDropped(roundId, 131_071, digestOf('forked log'), proof)
  return { openGas, headFirst, headAfter, close, fraudProof }
}

/** Gas of a round, from receipts on a fresh chain: base fee of a transaction and calldata included. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const chain = await startChain()
  try {
    const ours = await openCollection(chain)
    const anchors = await measureAnchors(chain, ours)
    const counts = quick ? [30] : [30, 100]
    const bars: BenchResult['bars'] = {
      openRound: atMost(anchors.openGas, 220_000),
      closeRound: atMost(anchors.close, 150_000),
      'anchorHead, first': atMost(anchors.headFirst, 75_000),
      'anchorHead, after': atMost(anchors.headAfter, 45_000),
      'proveDropped, 131,072 leaves': atMost(anchors.fraudProof, 90_000),
    }
    const figures: BenchResult['figures'] = { 'Collection: deploy': ours.deployGas }
    for (const count of counts) {
      const { roundId, winners } = await finishedRound(chain, ours, `round of ${count}`, count)
      const each = (await ours.mintAll(roundId, winners)) / count
      figures[`Collection: each of ${count}`] = Math.round(each)
      bars[`mintWinners, each of ${count}`] = atMost(Math.round(each), count < 100 ? 73_750 : 73_000)
    }
    const alone = await finishedRound(chain, ours, 'round of one', 1)
    const [only] = alone.winners as [Winner]
    bars['mintWinner, alone'] = atMost(await ours.mintOne(alone.roundId, only, alone.proofOf(only)), 102_000)
    const later = await finishedRound(chain, ours, 'one out of 30', 30)
    const [one] = later.winners as [Winner]
    figures['Collection: one of 30 by proof'] = await ours.mintOne(later.roundId, one, later.proofOf(one))
    figures['Collection: openRound, later rounds'] = later.openGas
    return {
      name: 'gas',
      figures: { ...figures, ...(await measurePeers(chain, quick ? [30] : [1, ...counts])) },
      bars,
    }
  } finally {
    chain.stop()
  }
}
