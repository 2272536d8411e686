import { type Address, encodeDeployData, encodeFunctionData, type Hex, parseEther } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { curationTokenAbi, curationTokenBytecode } from '#contracts-abi/curation-token.ts'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import type { CommunityView } from '#lib/communities/schema.ts'
import { readsToken } from '#lib/protocol/strategy.ts'
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

type Call = { to: Address; data: Hex }

/** Sends several calls from one account without waiting in between. */
async function sendAll(from: Visitor, calls: readonly Call[]): Promise<void> {
  const first = await from.reader.getTransactionCount({ address: from.address })
  const hashes: Hex[] = []
  for (const [n, call] of calls.entries())
    hashes.push(await from.wallet.sendTransaction({ ...call, nonce: first + n, gas: 1_000_000n }))
  const receipts = await Promise.all(hashes.map((hash) => from.reader.waitForTransactionReceipt({ hash })))
  for (const { status, transactionHash } of receipts)
    if (status !== 'success') throw new Error(`transaction ${transactionHash} reverted`)
}

/** The mints that holders still lack, so that giving goes on where it was left. */
async function missingVotes(token: Address, holdings: readonly Holding[]): Promise<Call[]> {
  const abi = curationTokenAbi
  const calls = await Promise.all(
    holdings.map(async ({ holder, votes }) => {
      const held = await holder.reader.readContract({
        address: token,
        abi,
        functionName: 'balanceOf',
        args: [holder.address],
      })
      const args = [holder.address, parseEther(String(votes)) - held] as const
      return args[1] > 0n
        ? [{ to: token, data: encodeFunctionData({ abi, functionName: 'mint', args }) }]
        : []
    }),
  )
  return calls.flat()
}

/** What fits well into the gas of one call. */
const EDITIONS_A_CALL = 12

async function missingEditions(edition: Address, holdings: readonly Holding[]): Promise<Call[]> {
  const abi = edition721Abi
  const lacking = await Promise.all(
    holdings.map(async ({ holder, editions = 0 }) => {
      if (editions === 0) return []
      const read = { address: edition, abi, functionName: 'balanceOf', args: [holder.address] } as const
      const held = Number(await holder.reader.readContract(read))
      return Array<Address>(Math.max(0, editions - held)).fill(holder.address)
    }),
  )
  const to = lacking.flat()
  return Array.from({ length: Math.ceil(to.length / EDITIONS_A_CALL) }, (_, n) => {
    const args = [to.slice(n * EDITIONS_A_CALL, (n + 1) * EDITIONS_A_CALL)] as const
    return { to: edition, data: encodeFunctionData({ abi, functionName: 'mint', args }) }
  })
}

/** Delegates a holder's votes to themselves unless they are. */
async function wake({ holder }: Holding, token: Address): Promise<void> {
  const abi = curationTokenAbi
  const args = [holder.address] as const
  const to = await holder.reader.readContract({ address: token, abi, functionName: 'delegates', args })
  if (to.toLowerCase() === holder.address) return
  await holder.send(token, encodeFunctionData({ abi, functionName: 'delegate', args }))
}

/** Mints to each holder the votes and editions they lack; who delegates does so to themselves. */
export async function giveVotes(
  ground: Ground,
  director: Visitor,
  { strategies }: Pick<CommunityView, 'strategies'>,
  holdings: readonly Holding[],
): Promise<void> {
  await ground.fund(holdings.map(({ holder }) => holder.address))
  const tokens = strategies.filter(readsToken)
  const token = tokens.find(({ id }) => id === 'erc20-votes')?.token
  const edition = tokens.find(({ id }) => id === 'erc721-balance')?.token
  if (!token) throw new Error('the community has no token with votes')
  const calls = await missingVotes(token, holdings)
  if (edition) calls.push(...(await missingEditions(edition, holdings)))
  await sendAll(director, calls)
  const delegating = holdings.filter(({ delegates = true }) => delegates)
  await Promise.all(delegating.map((holding) => wake(holding, token)))
  await passNewestBlock(ground, director.reader)
}
