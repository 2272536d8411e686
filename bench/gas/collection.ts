import type { Address, Hex } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import type { Chain } from './chain.ts'
import { digestOf, freshAccount, type Winner } from './winners.ts'

const headTypes = {
  Head: [
    { name: 'round', type: 'bytes32' },
    { name: 'size', type: 'uint64' },
    { name: 'root', type: 'bytes32' },
    { name: 'signedAt', type: 'uint64' },
  ],
} as const

const hour = 3600

type People = { owner: Address; director: Address; guardian: Address; operator: Address; stranger: Address }

function peopleOf(chain: Chain): People {
  const [owner, director, guardian, operator, stranger] = chain.accounts
  if (!owner || !director || !guardian || !operator || !stranger) throw new Error('five accounts are needed')
  return { owner, director, guardian, operator, stranger }
}

function openingOf(roundId: Hex, opensAt: number) {
  return {
    roundId,
    candidateRoot: digestOf('candidates'),
    candidateCount: 10_000,
    opensAt,
    closesAt: opensAt + 24 * hour,
    sealGrace: 600,
    challengeSeconds: 86_400,
    licenceHash: digestOf('licence'),
    c2paRoot: digestOf('c2pa'),
    royaltyReceiver: freshAccount('royalty'),
    royaltyBps: 500,
  }
}

/** A collection on a fresh chain, and the steps of a round on it, each returning its gas. */
export async function openCollection(chain: Chain) {
  const { owner, director, guardian, operator, stranger } = peopleOf(chain)
  const { address, gas } = await chain.deploy({
    abi: collectionAbi,
    bytecode: collectionBytecode,
    args: ['Bench', 'BENCH', 'ipfs://bench', owner, director, guardian, operator, owner, 60],
    from: owner,
  })
  const contract = { address, abi: collectionAbi } as const
  const domain = { name: 'Verso', version: '1', chainId: 31337, verifyingContract: address }

  function signHead(round: Hex, size: number, root: Hex, signedAt: number): Promise<Hex> {
    const message = { round, size: BigInt(size), root, signedAt: BigInt(signedAt) }
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
      const opening = openingOf(roundId, Number(timestamp) + hour)
      const call = { functionName: 'openRound', args: [opening], from: director } as const
      return {
        openGas: await chain.send({ ...contract, ...call }),
        opensAt: opening.opensAt,
        closesAt: opening.closesAt,
      }
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
