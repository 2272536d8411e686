import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { type Address, getAddress, type Hex, keccak256, toHex, zeroHash } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { type Chain, startChain } from './gas/chain.ts'
import { createLogTree } from './gas/log-tree.ts'
import { type Compiled, compileManifold, compilePeer } from './gas/peers.ts'
import { atMost, type BenchResult } from './result.ts'

const headTypes = {
  Head: [
    { name: 'round', type: 'bytes32' },
    { name: 'size', type: 'uint64' },
    { name: 'root', type: 'bytes32' },
    { name: 'signedAt', type: 'uint64' },
  ],
} as const

const leafTypes = ['bytes32', 'uint32', 'uint32', 'bytes32', 'address']

const digestOf = (label: string): Hex => keccak256(toHex(label))

/** An account that has never been seen on the chain. */
const freshAccount = (label: string): Address => getAddress(`0x${digestOf(label).slice(-40)}`)

type Winner = { rank: number; number: number; tokenDigest: Hex; recipient: Address }

function winnersOf(roundId: Hex, count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    number: ((index * 7919) % 10_000) + 1,
    tokenDigest: digestOf(`token ${roundId} ${index}`),
    recipient: freshAccount(`holder ${roundId} ${index}`),
  }))
  const leaf = (row: Winner) => [roundId, row.rank, row.number, row.tokenDigest, row.recipient]
  const tree = StandardMerkleTree.of(rows.map(leaf), leafTypes)
  const order = (row: Winner) => BigInt(tree.leafHash(leaf(row)))
  const winners = rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return { winners, root: tree.root as Hex, proofOf: (row: Winner) => tree.getProof(leaf(row)) as Hex[] }
}

const hour = 3600

/** A collection on a fresh chain, and the steps of a round on it, each returning its gas. */
async function openCollection(chain: Chain) {
  const [owner, director, guardian, operator, stranger] = chain.accounts as [
    Address,
    Address,
    Address,
    Address,
    Address,
  ]
  const { address, gas } = await chain.deploy({
    abi: collectionAbi,
    bytecode: collectionBytecode,
    args: ['Bench', 'BENCH', 'ipfs://bench', owner, director, guardian, operator, owner, 60],
    from: owner,
  })
  const contract = { address, abi: collectionAbi } as const

  async function signHead(roundId: Hex, size: number, root: Hex, signedAt: number) {
    const domain = { name: 'Verso', version: '1', chainId: 31337, verifyingContract: address }
    const message = { round: roundId, size: BigInt(size), root, signedAt: BigInt(signedAt) }
    return chain.client.signTypedData({
      account: operator,
      domain,
      types: headTypes,
      primaryType: 'Head',
      message,
    })
  }

  return {
    deployGas: gas,
    async open(roundId: Hex) {
      const { timestamp } = await chain.client.getBlock()
      const opensAt = Number(timestamp) + hour
      const closesAt = opensAt + 24 * hour
      const opening = {
        roundId,
        candidateRoot: digestOf('candidates'),
        candidateCount: 10_000,
        opensAt,
        closesAt,
        sealGrace: 600,
        challengeSeconds: 86_400,
        licenceHash: digestOf('licence'),
        c2paRoot: digestOf('c2pa'),
        royaltyReceiver: freshAccount('royalty'),
        royaltyBps: 500,
      }
      const openGas = await chain.send({
        ...contract,
        functionName: 'openRound',
        args: [opening],
        from: director,
      })
      return { openGas, opensAt, closesAt }
    },
    async anchor(roundId: Hex, size: number, root: Hex, signedAt: number) {
      const signature = await signHead(roundId, size, root, signedAt)
      const args = [roundId, size, root, signedAt, signature] as const
      return chain.send({ ...contract, functionName: 'anchorHead', args, from: operator })
    },
    close: (roundId: Hex, winnersRoot: Hex, shares: { root: Hex; total: bigint }) =>
      chain.send({
        ...contract,
        functionName: 'closeRound',
        args: [roundId, digestOf('result'), winnersRoot, shares.root, shares.total, digestOf('bundle')],
        from: director,
      }),
    mintAll: (roundId: Hex, winners: Winner[]) =>
      chain.send({ ...contract, functionName: 'mintWinners', args: [roundId, winners], from: stranger }),
    mintOne: (roundId: Hex, winner: Winner, proof: Hex[]) =>
      chain.send({ ...contract, functionName: 'mintWinner', args: [roundId, winner, proof], from: stranger }),
    async proveDropped(roundId: Hex, size: number, root: Hex, proof: Hex[]) {
      const head = {
        size: BigInt(size),
        root,
        signedAt: 1n,
        signature: await signHead(roundId, size, root, 1),
      }
      const args = [roundId, head, proof] as const
      return chain.send({ ...contract, functionName: 'proveDropped', args, from: stranger })
    },
  }
}

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

const uriOf = (index: number) => `ipfs://bafkrei${digestOf(`uri ${index}`).slice(2, 54)}`

async function measurePeer(chain: Chain, peer: Compiled, counts: number[]) {
  const [from] = chain.accounts as [Address]
  const gas: number[] = []
  for (const count of counts) {
    const { address } = await chain.deploy({ ...peer, args: [], from })
    const accounts = Array.from({ length: count }, (_, index) => freshAccount(`${address} ${index}`))
    const args = [accounts, accounts.map((_, index) => uriOf(index))]
    gas.push((await chain.send({ address, abi: peer.abi, functionName: 'mint', args, from })) / count)
  }
  return gas
}

async function measureManifold(chain: Chain, counts: number[]) {
  const [from] = chain.accounts as [Address]
  const peer = compileManifold()
  // Overloaded: the form with URIs, all to one account, which is the cheapest this contract offers.
  const abi = peer.abi.filter(
    (entry) =>
      entry.type !== 'function' || entry.name !== 'mintBaseBatch' || entry.inputs[1]?.type === 'string[]',
  )
  const gas: number[] = []
  for (const count of counts) {
    const { address } = await chain.deploy({ ...peer, args: ['Peer', 'PEER'], from })
    const uris = Array.from({ length: count }, (_, index) => uriOf(index))
    const args = [freshAccount(address), uris]
    gas.push((await chain.send({ address, abi, functionName: 'mintBaseBatch', args, from })) / count)
  }
  return gas
}

async function measurePeers(chain: Chain, counts: number[]): Promise<Record<string, number>> {
  const peers = {
    'Manifold ERC721Creator, one holder': await measureManifold(chain, counts),
    'OpenZeppelin ERC721URIStorage': await measurePeer(chain, compilePeer('UriStorage721'), counts),
    'ERC721A with URIs': await measurePeer(chain, compilePeer('Uri721A'), counts),
  }
  const figures: Record<string, number> = {}
  for (const [name, gas] of Object.entries(peers)) {
    for (const [index, count] of counts.entries()) {
      figures[`${name}: each of ${count}`] = Math.round(gas[index] as number)
    }
  }
  return figures
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
