import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Account,
  type Chain,
  createWalletClient,
  type Hex,
  http,
  type Transport,
  type WalletClient,
} from 'viem'
import { anvil } from 'viem/chains'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { curationTokenAbi, curationTokenBytecode } from '#contracts-abi/curation-token.ts'
import type { Services } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { moveClock } from '#lib/platform/move-clock.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { ensureRoot } from '#lib/provenance/adapters/credential-folder.ts'
import { accountOf } from './test-accounts.ts'
import { withChain } from './with-chain.ts'
import { withDatabase } from './with-database.ts'

type Wallet = WalletClient<Transport, Chain, Account>

export { accountOf }

/** Wallets of named accounts on a chain, and what they deploy. */
function actorsOn(local: Awaited<ReturnType<typeof withChain>>) {
  const transport = http(local.chain.url, { retryCount: 0 })
  const walletFor = (name: string): Wallet =>
    createWalletClient({ chain: anvil, transport, account: accountOf(name), pollingInterval: 20 })
  const fund = (name: string) => local.chain.fund(accountOf(name).address, '100')
  const mined = async (hash: Hex) => {
    const receipt = await local.client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} was reverted`)
    return receipt
  }
  const deployed = async (hash: Hex) => {
    const { contractAddress } = await mined(hash)
    if (!contractAddress) throw new Error('no contract was made')
    return contractAddress.toLowerCase() as Hex
  }
  return { walletFor, fund, mined, deployed }
}

type Actors = ReturnType<typeof actorsOn>

/** The director's wallet deploys a collection whose operator is this instance's. */
async function deployCollection({ walletFor, deployed }: Actors, minChallenge: number) {
  const [director, guardian, operator] = ['director', 'guardian', 'operator'].map(
    (name) => accountOf(name).address,
  ) as [Hex, Hex, Hex]
  const deployTx = await walletFor('director').deployContract({
    abi: collectionAbi,
    bytecode: collectionBytecode,
    args: ['Wall', 'WALL', 'ipfs://wall', director, director, guardian, operator, director, minChallenge],
  })
  return { deployTx, collection: await deployed(deployTx) }
}

/** By estimate a second that passes meanwhile would make it too little: votes are kept by the second. */
export const VOTES_GAS = 500_000n

/** The director mints votes of a token that `deployToken` made. */
async function mintVotes({ walletFor, mined }: Actors, token: Hex, to: Hex, amount: bigint) {
  const hash = await walletFor('director').writeContract({
    address: token,
    abi: curationTokenAbi,
    functionName: 'mint',
    args: [to, amount],
    gas: VOTES_GAS,
  })
  await mined(hash)
}

/** A token with votes of each named account, delegated to itself where no other account is given. */
async function deployToken(
  actors: Actors,
  votes: Record<string, bigint>,
  delegates: Record<string, Hex> = {},
) {
  const { walletFor, fund, mined, deployed } = actors
  const director = walletFor('director')
  const token = await deployed(
    await director.deployContract({
      abi: curationTokenAbi,
      bytecode: curationTokenBytecode,
      args: ['Votes', 'VOTE', director.account.address],
    }),
  )
  for (const [name, amount] of Object.entries(votes)) {
    await fund(name)
    const { address } = accountOf(name)
    const delegate = delegates[name] ?? address
    await mintVotes(actors, token, address, amount)
    const call = { address: token, abi: curationTokenAbi, gas: VOTES_GAS } as const
    await mined(await walletFor(name).writeContract({ ...call, functionName: 'delegate', args: [delegate] }))
  }
  return token
}

/** An instance of its own: database, chain, blobs, operator; everything goes with `stop`. */
export async function withInstance() {
  const [database, local] = await Promise.all([withDatabase(), withChain()])
  const folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
  const actors = actorsOn(local)
  await Promise.all(['director', 'guardian', 'operator'].map(actors.fund))
  const services: Services = {
    db: database.db,
    pool: database.pool,
    chain: local.client,
    chainId: local.chain.chainId,
    clientFor: (chainId) => (chainId === local.chain.chainId ? local.client : null),
    chainIds: [local.chain.chainId],
    storage: folderStorage(folder),
    rootCertificate: () => ensureRoot(folder, 'verso.example'),
    operator: () => accountOf('operator'),
    operatorWallet: () => actors.walletFor('operator'),
  }
  return {
    services,
    databaseUrl: database.url,
    client: local.client,
    control: local.chain,
    ...actors,
    now: async () => (await readClock(database.db)).now(),
    moveTo: (seconds: number) => moveClock(database.db, local.chain, seconds, 'test'),
    deployCollection: (minChallenge = 60) => deployCollection(actors, minChallenge),
    deployToken: (votes: Record<string, bigint>, delegates?: Record<string, Hex>) =>
      deployToken(actors, votes, delegates),
    mintVotes: (token: Hex, to: Hex, amount: bigint) => mintVotes(actors, token, to, amount),
    async stop() {
      await Promise.all([database.close(), local.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Instance = Awaited<ReturnType<typeof withInstance>>
