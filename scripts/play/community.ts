import { type Address, encodeDeployData, encodeFunctionData, type Hex, parseEther } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { curationTokenAbi, curationTokenBytecode } from '#contracts-abi/curation-token.ts'
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
  /** Shortest challenge of the collection, in seconds; below a day on a local chain only. */
  minChallenge: number
  guardian: Address
  treasury: Address
}

/** A holder and how many whole votes they get. */
export type Holding = { holder: Visitor; votes: number }

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

/** The director deploys votes and collection from their own key and registers them at the site. */
export async function foundCommunity(
  director: Visitor,
  founding: Founding,
): Promise<{ community: CommunityView; token: Address }> {
  const tokenData = encodeDeployData({
    abi: curationTokenAbi,
    bytecode: curationTokenBytecode,
    args: [founding.token.name, founding.token.symbol, director.address],
  })
  const token = await deploy(director, tokenData)
  const { name, symbol, guardian, treasury, minChallenge } = founding
  const operator = await operatorOf(director)
  const roles = [director.address, director.address, guardian, operator, treasury] as const
  const collectionData = encodeDeployData({
    abi: collectionAbi,
    bytecode: collectionBytecode,
    args: [name, symbol, '', ...roles, minChallenge],
  })
  const collection = await deploy(director, collectionData)
  await director.signIn()
  const params = { cap: null, root: 'none', numerator: '1', denominator: '1' }
  const chainId = director.site.chain.id
  const community = await director.ask<CommunityView>('POST', '/api/v1/communities', {
    slug: founding.slug,
    name,
    description: founding.description,
    licence: founding.licence,
    collection: collection.address,
    deployTx: collection.tx,
    strategies: [{ id: 'erc20-votes', version: '1', chainId, token: token.address, params }],
  })
  return { community, token: token.address }
}

/** Mints votes to each holder; each delegates to themselves, which is what makes votes count. */
export async function giveVotes(
  ground: Ground,
  director: Visitor,
  token: Address,
  holdings: readonly Holding[],
): Promise<void> {
  await ground.fund(holdings.map(({ holder }) => holder.address))
  let nonce = await director.reader.getTransactionCount({ address: director.address })
  const hashes: Hex[] = []
  for (const { holder, votes } of holdings) {
    const args = [holder.address, parseEther(String(votes))] as const
    const data = encodeFunctionData({ abi: curationTokenAbi, functionName: 'mint', args })
    hashes.push(await director.wallet.sendTransaction({ to: token, data, nonce, gas: 200_000n }))
    nonce += 1
  }
  await Promise.all(hashes.map((hash) => director.reader.waitForTransactionReceipt({ hash })))
  await Promise.all(
    holdings.map(({ holder }) => {
      const args = [holder.address] as const
      return holder.send(token, encodeFunctionData({ abi: curationTokenAbi, functionName: 'delegate', args }))
    }),
  )
  await passNewestBlock(ground, director.reader)
}
