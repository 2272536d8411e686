import type { Address } from 'viem'
import type { Chain } from './chain.ts'
import { type Compiled, compileManifold, compilePeer } from './peers.ts'
import { digestOf, freshAccount } from './winners.ts'

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

/** Gas per token of each peer, with one URI per token, for batches of each size. */
export async function measurePeers(chain: Chain, counts: number[]): Promise<Record<string, number>> {
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
