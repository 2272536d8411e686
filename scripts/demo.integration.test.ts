import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signalGroup } from './child.ts'
import type { RunFile } from './data-folder.ts'
import { freePort, portIsFree } from './free-port.ts'

const MINUTES = 60_000

type Demo = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

let folder: string
let port: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verso-demo-'))
  port = await freePort()
})
afterAll(() => {
  const { cluster } = runFile()
  if (cluster && !cluster.startsWith(folder)) rmSync(join(cluster, '..'), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

function start(change: Record<string, string> = {}): Demo {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, VERSO_DATA: folder, PORT: String(port), VERSO_SEED: '0', ...change }
  const child = spawn(process.execPath, ['scripts/demo.ts'], { env: { ...env, NODE_ENV: 'production' } })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, said: () => text, ended }
}

async function answers(demo: Demo): Promise<void> {
  let over = false
  demo.ended.then(() => {
    over = true
  })
  while (!demo.said().includes('Verso is at')) {
    if (over) throw new Error(demo.said())
    await new Promise((wait) => setTimeout(wait, 50))
  }
}

function runFile(): RunFile {
  return JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
}

const health = () => fetch(`http://127.0.0.1:${port}/api/v1/health`)

it('starts, refuses a second one on its folder, and ends with nothing left running', {
  timeout: 5 * MINUTES,
}, async () => {
  const demo = start()
  await answers(demo)
  expect((await health()).status).toBe(200)
  const { groups = [], postgresPort = 0, chainPort = 0 } = runFile()
  expect(groups.map(({ name }) => name).sort()).toEqual(['chain', 'postgres', 'web', 'worker'])

  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('Another demo')
  expect(second.said()).toContain('VERSO_DATA')

  demo.child.kill('SIGINT')
  expect(await demo.ended).toBe(0)
  expect(groups.filter(({ pid }) => signalGroup(pid, 0))).toEqual([])
  for (const used of [port, postgresPort, chainPort]) expect(await portIsFree(used)).toBe(true)
})

it('starts again after it was killed, and ends what was left', { timeout: 5 * MINUTES }, async () => {
  const killed = start()
  await answers(killed)
  const { groups: left = [] } = runFile()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(left.every(({ pid }) => signalGroup(pid, 0))).toBe(true)

  const again = start()
  await answers(again)
  expect((await health()).status).toBe(200)
  expect(left.filter(({ pid }) => signalGroup(pid, 0))).toEqual([])
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

it('names a port that is taken', { timeout: MINUTES }, async () => {
  const taken = start({ PORT: 'three' })
  expect(await taken.ended).toBe(1)
  expect(taken.said()).toContain('PORT is three')
})
