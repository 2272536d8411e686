import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWalletClient, type Hex, http, keccak256, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { anvilClients } from './anvil.ts'
import type { RunningChild } from './child.ts'
import { freePort } from './free-port.ts'
import { startLastingChain } from './lasting-chain.ts'

const DAY = 86_400
const account = privateKeyToAccount(keccak256(stringToHex('verso sender')))
const target = `0x${'22'.repeat(20)}` as const

/** A test that fails leaves none running. */
const opened: { stop(): Promise<void> }[] = []
let folder: string
let now: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verso-chain-'))
  now = Math.floor(Date.now() / 1000) - 4 * DAY
})
afterEach(async () => {
  for (const { stop } of opened.splice(0)) await stop()
  rmSync(folder, { recursive: true, force: true })
})

async function open() {
  const children: RunningChild[] = []
  const broken: string[] = []
  const chain = await startLastingChain({
    port: await freePort(),
    folder,
    now: async () => now,
    idleBlockSeconds: 600,
    logFile: join(folder, 'chain.log'),
    started: (child) => children.push(child),
    gaveUp: (said) => broken.push(said),
  })
  opened.push(chain)
  const { reader } = anvilClients(chain.url)
  const wallet = createWalletClient({ chain: anvil, account, transport: http(chain.url, { retryCount: 0 }) })
  return {
    ...chain,
    reader,
    broken,
    restarts: () => children.length - 1,
    send: (value: bigint) => wallet.sendTransaction({ to: target, value, gas: 21_000n }),
    kill: () => children.at(-1)?.process.kill('SIGKILL'),
  }
}

type Lasting = Awaited<ReturnType<typeof open>>

const hashesOf = async ({ reader }: Lasting, upTo: number) =>
  Promise.all(
    Array.from(
      { length: upTo + 1 },
      async (_, n) => (await reader.getBlock({ blockNumber: BigInt(n) })).hash,
    ),
  )

async function awaitRestart(chain: Lasting, restarts: number): Promise<void> {
  while (chain.restarts() < restarts) await new Promise((wait) => setTimeout(wait, 50))
}

it('goes on after a restart with the very blocks it had, at the time it is told', async () => {
  const first = await open()
  await first.mine()
  await first.setTime(now + DAY)
  const blocks = await hashesOf(first, 2)
  await first.stop()
  now += 3 * DAY
  const second = await open()
  expect(await hashesOf(second, 2)).toEqual(blocks)
  expect(Number((await second.reader.getBlock()).timestamp)).toBeGreaterThanOrEqual(now)
})

it('is made again block for block when it is killed, at the same address, with all it acknowledged', async () => {
  const chain = await open()
  await chain.fund(account.address, '1')
  const sent: Hex[] = []
  for (let value = 1n; value <= 4n; value += 1n) sent.push(await chain.send(value))
  await chain.setTime(now + 60)
  const head = Number(await chain.reader.getBlockNumber())
  const blocks = await hashesOf(chain, head)
  chain.kill()
  // Asked while it is away: the answer only comes later.
  expect(await hashesOf(chain, head)).toEqual(blocks)
  expect(chain.restarts()).toBe(1)
  for (const hash of sent) expect((await chain.reader.getTransactionReceipt({ hash })).status).toBe('success')
  expect(await chain.reader.getBalance({ address: target })).toBe(10n)
})

it('loses none of the transactions that are under way while it is killed again and again', async () => {
  const chain = await open()
  await chain.fund(account.address, '1')
  const sent: Hex[] = []
  for (let value = 1n; value <= 12n; value += 1n) {
    const sending = chain.send(value)
    if (value % 4n === 0n) {
      // Somewhere between the first question of the wallet and the answer to the last.
      await new Promise((wait) => setTimeout(wait, Number(value)))
      chain.kill()
    }
    sent.push(await sending)
  }
  await awaitRestart(chain, 3)
  expect(chain.restarts()).toBe(3)
  const receipts = await Promise.all(sent.map((hash) => chain.reader.getTransactionReceipt({ hash })))
  expect(receipts.every(({ status }) => status === 'success')).toBe(true)
  expect(await chain.reader.getBalance({ address: target })).toBe(78n)
  expect(chain.broken).toEqual([])
})

it('does without a state that was cut off in the middle, and without a last line that was', async () => {
  const first = await open()
  await first.fund(account.address, '1')
  const hash = await first.send(5n)
  const blocks = await hashesOf(first, Number(await first.reader.getBlockNumber()))
  await first.stop()
  truncateSync(join(folder, 'state.json'), 2_000)
  appendFileSync(join(folder, 'journal.jsonl'), '{"block":{"number":9')
  const second = await open()
  expect(await hashesOf(second, blocks.length - 1)).toEqual(blocks)
  expect((await second.reader.getTransactionReceipt({ hash })).status).toBe('success')
  await second.stop()
  writeFileSync(join(folder, 'state.json'), '')
  const third = await open()
  expect(await hashesOf(third, blocks.length - 1)).toEqual(blocks)
})

it('does not send again what was refused', async () => {
  const chain = await open()
  await expect(chain.send(1n)).rejects.toThrow()
  await chain.fund(account.address, '1')
  chain.kill()
  await awaitRestart(chain, 1)
  expect(await chain.reader.getTransactionCount({ address: account.address })).toBe(0)
})
