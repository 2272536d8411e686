import { bytes32Of, digestOfFileHash } from '#lib/protocol/bytes.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { isTokenShare, type PowerRecord } from '#lib/protocol/power.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { winnerRows } from '#lib/protocol/winners.ts'
import type { ChainReader, OpeningFacts, RoundEvents, RoundFacts } from './chain-reader.ts'
import { sampleAnchor, sampleBlock } from './sample-facts.ts'
import type { SampleRound } from './sample-round.ts'

/** The plain facts that a sample chain answers from; change a copy to make a chain that disagrees. */
export type SampleChain = {
  facts: RoundFacts
  events: RoundEvents
  tokens: Map<bigint, { digest: `0x${string}`; uri: string }>
}

/** The facts a chain holds after the sample round was closed and minted. */
export function sampleFacts({ input, bundle }: SampleRound): SampleChain {
  const { rules, evidence } = input
  const last = input.heads.at(-1)?.head
  const rows = winnerRows({ ...input, result: bundle.result })
  const closed = {
    closes: 1,
    resultHash: bundle.resultHash,
    winnersRoot: bundle.winnersRoot,
    sharesRoot: bundle.sharesRoot,
    sharesTotal: bundle.sharesTotal,
    bundleDigest: bundle.manifestDigest,
    finalAt: rules.closesAt + 4600,
    anchor: sampleAnchor(7900),
  }
  const opening: OpeningFacts = {
    candidateRoot: candidateRootOf(input.candidates),
    candidateCount: input.candidates.length,
    opensAt: rules.opensAt,
    closesAt: rules.closesAt,
    sealGrace: rules.sealGrace,
    challengeSeconds: rules.challengeSeconds,
    licenceHash: bytes32Of(digestOfFileHash(rules.licence.textHash)),
    royaltyReceiver: rules.royalty.receiver,
    royaltyBps: rules.royalty.bps,
  }
  return {
    facts: {
      roundIndex: evidence.opening.roundIndex,
      ...opening,
      logSize: last?.size ?? '0',
      logRoot: last?.root ?? '0x',
      ...closed,
      frozen: false,
    },
    events: {
      opened: { ...evidence.opening, c2paRoot: rules.c2paRoot, facts: opening },
      heads: input.heads.flatMap(({ head, signature, anchor }) =>
        anchor ? [{ size: head.size, root: head.root, signedAt: head.signedAt, signature, anchor }] : [],
      ),
      posted: [...input.posted],
      voided: [...input.voids],
      rotated: [],
      closed: [closed],
      minted: rows.map((row, index) => ({ ...row, anchor: sampleAnchor(8300, index) })),
      cancelled: null,
      freezes: [],
    },
    tokens: new Map(
      rows.map(({ rank, tokenDigest }) => [
        tokenIdOf(evidence.opening.roundIndex, rank),
        { digest: tokenDigest, uri: `ipfs://${rawCidOf(tokenDigest)}` },
      ]),
    ),
  }
}

/** A chain in memory that answers from plain facts; the tokens answer what the sample's voters hold. */
export function sampleReader(round: SampleRound, chain: SampleChain = sampleFacts(round)): ChainReader {
  const { rules, powers } = round.input
  const sharesOf = (record?: PowerRecord) => (record?.shares ?? []).filter(isTokenShare)
  const rawOf = (token: string, account: string) => {
    const share = sharesOf(powers.find((row) => row.account === account)).find((row) => row.token === token)
    return BigInt(share?.raw ?? '0')
  }
  return {
    chainId: async () => rules.chainId,
    latestBlock: async () => sampleBlock(9000),
    block: async (number) => (Number(number) <= 9000 ? sampleBlock(Number(number)) : null),
    round: async (collection, roundId) =>
      collection === rules.collection && roundId === round.roundId ? chain.facts : null,
    events: async (_collection, _roundId, fromBlock) => {
      const { opened } = chain.events
      const seen = opened && BigInt(fromBlock) <= BigInt(opened.anchor.blockNumber)
      return { ...chain.events, opened: seen ? opened : null }
    },
    clockMode: async () => 'timestamp',
    pastVotes: async (token, account, timepoint) =>
      timepoint === String(rules.snapshotAt) ? rawOf(token, account) : 0n,
    balanceAt: async (token, account) => rawOf(token, account),
    balanceOfIdAt: async (token, _tokenId, account) => rawOf(token, account),
    codeHash: async (token) =>
      sharesOf(powers[0]).find((row) => row.token === token)?.codeHash ?? `0x${'0'.repeat(64)}`,
    takesSignature: async () => false,
    token: async (_collection, tokenId) => chain.tokens.get(tokenId) ?? null,
  }
}
