import { type Address, encodeDeployData, encodeFunctionData, type Hex, parseEther } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { curationTokenAbi, curationTokenBytecode } from '#contracts-abi/curation-token.ts'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import type { CommunityView } from '#lib/communities/schema.ts'
import { type Ground, passNewestBlock } from './ground.ts'
import type { Visitor } from './visitor.ts'

export type Founding = {
  slug: string
  name: string
  symbol: string
  description: string
  licence: string
  token: { name: string; symbol: string }
  /** A second source of votes: held editions. */
  edition?: { name: string; symbol: string; votesEach: number }
  /** Shortest challenge of the collection, in seconds; below a day on a local chain only. */
  minChallenge: number
  guardian: Address
  treasury: Address
}

/** A holder, how many whole votes and editions they get, and whether they delegate, without which votes do not count. */
export type Holding = { holder: Visitor; votes: number; editions?: number; delegates?: boolean }

async function deploy(director: Visitor, data: Hex): Promise<{ address: Address; tx: Hex }> {
  const tx = await director.wallet.sendTransaction({ data })
  const { status, contractAddress } = await director.reader.waitForTransactionReceipt({ hash: tx })
  if (status !== 'success' || !contractAddress) throw new Error(`deployment ${tx} made no contract`)
  return { address: contractAddress.toLowerCase() as Address, tx }
}

async function operatorOf(director: Visitor): Promise<Address> {
  const { operator } = await director.ask<{ operator: Address | null }>('GET', '/api/v1/health')
  if (!operator) throw new Error('this server names no operator')
  return operator
}

type Source = CommunityView['strategies'][number]

/** Deploys what votes come from: a token of which each whole one is a vote, and editions where wished. */
async function deploySources(director: Visitor, founding: Founding): Promise<Source[]> {
  const chainId = director.site.chain.id
  const token = await deploy(
    director,
    encodeDeployData({
      abi: curationTokenAbi,
      bytecode: curationTokenBytecode,
      args: [founding.token.name, founding.token.symbol, director.address],
    }),
  )
  const plain = { version: '1', chainId } as const
  const perToken = { cap: null, root: 'none', numerator: '1', denominator: String(parseEther('1')) } as const
  const sources: Source[] = [{ ...plain, id: 'erc20-votes', token: token.address, params: perToken }]
  if (!founding.edition) return sources
  const { name, symbol, votesEach } = founding.edition
  const edition = await deploy(
    director,
    encodeDeployData({
      abi: edition721Abi,
      bytecode: edition721Bytecode,
      args: [name, symbol, director.address],
    }),
  )
  const perEdition = { ...perToken, numerator: String(votesEach), denominator: '1' }
  return [...sources, { ...plain, id: 'erc721-balance', token: edition.address, params: perEdition }]
}

/** The director deploys votes and collection from their own key and registers them at the site. */
export async function foundCommunity(director: Visitor, founding: Founding): Promise<CommunityView> {
  const strategies = await deploySources(director, founding)
  const { slug, name, symbol, description, licence, guardian, treasury, minChallenge } = founding
  const operator = await operatorOf(director)
  const roles = [director.address, director.address, guardian, operator, treasury] as const
  const collection = await deploy(
    director,
    encodeDeployData({
      abi: collectionAbi,
      bytecode: collectionBytecode,
      args: [name, symbol, '', ...roles, minChallenge],
    }),
  )
  await director.signIn()
  const deployed = { collection: collection.address, deployTx: collection.tx }
  return director.ask('POST', '/api/v1/communities', {
    slug,
    name,
    description,
    licence,
    ...deployed,
    strategies,
  })
}

/** Sends several calls from one account without waiting in between. */
async function sendAll(from: Visitor, calls: readonly { to: Address; data: Hex }[]): Promise<void> {
  const first = await from.reader.getTransactionCount({ address: from.address })
  const hashes: Hex[] = []
  for (const [n, call] of calls.entries())
    hashes.push(await from.wallet.sendTransaction({ ...call, nonce: first + n, gas: 1_000_000n }))
  await Promise.all(hashes.map((hash) => from.reader.waitForTransactionReceipt({ hash })))
}

/** Mints votes and editions to each holder; who delegates does so to themselves. */
export async function giveVotes(
  ground: Ground,
  director: Visitor,
  { strategies }: Pick<CommunityView, 'strategies'>,
  holdings: readonly Holding[],
): Promise<void> {
  await ground.fund(holdings.map(({ holder }) => holder.address))
  const token = strategies.find(({ id }) => id === 'erc20-votes')?.token
  const edition = strategies.find(({ id }) => id === 'erc721-balance')?.token
  if (!token) throw new Error('the community has no token with votes')
  const abi = curationTokenAbi
  const calls = holdings.map(({ holder, votes }) => {
    const args = [holder.address, parseEther(String(votes))] as const
    return { to: token, data: encodeFunctionData({ abi, functionName: 'mint', args }) }
  })
  const editions = holdings.flatMap(({ holder, editions: count = 0 }) => Array(count).fill(holder.address))
  if (edition && editions.length > 0) {
    const args = [editions] as const
    const data = encodeFunctionData({ abi: edition721Abi, functionName: 'mint', args })
    calls.push({ to: edition, data })
  }
  await sendAll(director, calls)
  const delegating = holdings.filter(({ delegates = true }) => delegates)
  await Promise.all(
    delegating.map(({ holder }) => {
      const args = [holder.address] as const
      return holder.send(token, encodeFunctionData({ abi, functionName: 'delegate', args }))
    }),
  )
  await passNewestBlock(ground, director.reader)
}
