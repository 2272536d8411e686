import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicClient, http } from 'viem'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChain } from './chain.ts'

const DAY = 86_400

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verso-chain-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readerOf = ({ url }: { url: string }) => createPublicClient({ chain: anvil, transport: http(url) })

it('goes on after a restart with the very blocks it had, at the time it is told', async () => {
  const stateFile = join(folder, 'state.json')
  const began = Math.floor(Date.now() / 1000) - 4 * DAY
  const first = await startChain({ stateFile, now: began })
  await first.mine()
  await first.setTime(began + DAY)
  const blocks = await Promise.all(
    [0n, 1n, 2n].map((blockNumber) => readerOf(first).getBlock({ blockNumber })),
  )
  await first.stop()

  const later = began + 3 * DAY
  const second = await startChain({ stateFile, now: later })
  const again = await Promise.all(
    [0n, 1n, 2n].map((blockNumber) => readerOf(second).getBlock({ blockNumber })),
  )
  const latest = await readerOf(second).getBlock()
  await second.stop()
  expect(again.map(({ hash, timestamp }) => [hash, timestamp])).toEqual(
    blocks.map(({ hash, timestamp }) => [hash, timestamp]),
  )
  expect(latest.number).toBe(3n)
  expect(Number(latest.timestamp)).toBeGreaterThanOrEqual(later)
})
