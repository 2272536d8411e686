import { type Client, createClient, createTestClient, createWalletClient, custom, http } from 'viem'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { curationTokenAbi, curationTokenBytecode } from '#contracts-abi/curation-token.ts'
import { provenBlock } from '#lib/protocol/proofs/block-proof.ts'
import { withChain } from '#scripts/testing/with-chain.ts'
import { accountOf } from '#scripts/testing/with-instance.ts'
import { proveBlock } from './prove-block.ts'

type Answer = { method: string; result: unknown }

let local: Awaited<ReturnType<typeof withChain>>
let client: Client
let block: { chainId: number; number: string; hash: `0x${string}`; transactions: `0x${string}`[] }
beforeAll(async () => {
  local = await withChain()
  client = createClient({ transport: http(local.chain.url) })
  block = await crowdedBlock()
})
afterAll(() => local.stop())

/** One block of 150 transactions: transfers, which log nothing, and mints of a token, which log once. */
async function crowdedBlock() {
  const { chain, client: reader } = local
  const account = accountOf('minter')
  await chain.fund(account.address, '100')
  const transport = http(chain.url)
  const wallet = createWalletClient({ account, chain: anvil, transport })
  const control = createTestClient({ mode: 'anvil', chain: anvil, transport })
  const deployed = await reader.waitForTransactionReceipt({
    hash: await wallet.deployContract({
      abi: curationTokenAbi,
      bytecode: curationTokenBytecode,
      args: ['Votes', 'VOTE', account.address],
    }),
  })
  await control.setAutomine(false)
  const transactions: `0x${string}`[] = []
  const first = await reader.getTransactionCount({ address: account.address })
  for (let index = 0; index < 150; index += 1) {
    const nonce = first + index
    if (index % 3 === 0) {
      await wallet.sendTransaction({ to: account.address, value: 1n, nonce, gas: 21_000n })
      continue
    }
    const hash = await wallet.writeContract({
      address: deployed.contractAddress ?? '0x',
      abi: curationTokenAbi,
      functionName: 'mint',
      args: [account.address, BigInt(index)],
      nonce,
      gas: 150_000n,
    })
    if ([1, 50, 101].includes(index)) transactions.push(hash)
  }
  await control.mine({ blocks: 1 })
  await control.setAutomine(true)
  const mined = await reader.getBlock()
  expect(mined.transactions.length).toBe(150)
  return { chainId: anvil.id, number: String(mined.number), hash: mined.hash, transactions }
}

/** The same node, with some of its answers changed on the way. */
function tampered(change: (answer: Answer) => unknown): Client {
  return createClient({
    transport: custom({
      request: async (given: { method: string; params?: unknown }) =>
        change({ method: given.method, result: await client.request(given as never) }),
    }),
  })
}

it('proves some transactions of a crowded block, with their places among all logs', async () => {
  const proof = await proveBlock(client, block)
  if (!proof) throw new Error('the block is proven')
  const { header, logs } = provenBlock(proof)
  expect(header).toMatchObject({ hash: block.hash, number: block.number })
  expect(proof.transactions.map(({ hash }) => hash)).toEqual(block.transactions)
  const receipts = await Promise.all(
    block.transactions.map((hash) => local.client.getTransactionReceipt({ hash })),
  )
  const told = receipts.flatMap((receipt) =>
    receipt.logs.map(({ address, topics, data, logIndex }) => ({
      address: address.toLowerCase(),
      topics,
      data,
      txHash: receipt.transactionHash,
      logIndex,
    })),
  )
  expect(logs).toEqual(told)
  expect(logs.map(({ logIndex }) => logIndex)).toEqual([0, 33, 67])
})

it('gives the header alone where no transaction is asked for', async () => {
  const proof = await proveBlock(client, { ...block, transactions: [] })
  expect(proof).toMatchObject({ transactions: [], nodes: [] })
})

it('asks receipt by receipt where the node has no call for a whole block', async () => {
  const old = tampered(({ method, result }) => {
    if (method === 'eth_getBlockReceipts') throw new Error('the method does not exist')
    return result
  })
  expect(await proveBlock(old, block)).toEqual(await proveBlock(client, block))
})

it.each<[string, (answer: Answer) => unknown]>([
  [
    'another block stands there now',
    ({ method, result }) =>
      method === 'eth_getBlockByNumber' ? { ...(result as object), hash: `0x${'12'.repeat(32)}` } : result,
  ],
  ['the node forgot the block', ({ method, result }) => (method === 'eth_getBlockByNumber' ? null : result)],
  [
    'the header has a form of its own',
    ({ method, result }) =>
      method === 'eth_getBlockByNumber' ? { ...(result as object), extraData: '0x12' } : result,
  ],
  [
    'the header has other fields',
    ({ method, result }) =>
      method === 'eth_getBlockByNumber' ? { ...(result as object), sha3Uncles: undefined } : result,
  ],
  [
    'logs are counted otherwise',
    ({ method, result }) =>
      method === 'eth_getBlockReceipts'
        ? (result as { logs: object[] }[]).map((receipt) => ({
            ...receipt,
            logs: receipt.logs.map((log) => ({ ...log, logIndex: '0x1' })),
          }))
        : result,
  ],
  [
    'a receipt says something else',
    ({ method, result }) =>
      method === 'eth_getBlockReceipts'
        ? (result as object[]).map((receipt, index) =>
            index === 3 ? { ...receipt, status: '0x0' } : receipt,
          )
        : result,
  ],
])('proves nothing when %s', async (_name, change) => {
  expect(await proveBlock(tampered(change), block)).toBeNull()
})

it('proves nothing of a transaction of another block', async () => {
  expect(await proveBlock(client, { ...block, transactions: [`0x${'34'.repeat(32)}`] })).toBeNull()
})
