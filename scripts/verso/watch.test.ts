import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { UsageError } from './usage.ts'
import { readState, writeState } from './watch/state-file.ts'
import { unseenRound } from './watch/watched-round.ts'
import { type WatchFlags, watchCommand } from './watch.ts'

const ENV = { NODE_ENV: 'test' } as const
const ORIGIN = 'http://127.0.0.1:9'
const ID = `0x${'ab'.repeat(32)}` as const
let folder = ''
const file = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verso-watch-flags-'))
  const { input } = await sampleRound()
  const [leaf, head] = [input.leaves[0], input.heads[0]]
  const receipt = { leaf, leafIndex: 0, path: [], head: head?.head, headSignature: head?.signature }
  await writeFile(file('receipt.json'), JSON.stringify(receipt))
  await writeFile(file('other.json'), '{"format":"something else"}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a command line that cannot be carried out', () => {
  it.each<[string, string, WatchFlags]>([
    ['no address', 'instance', {}],
    ['another protocol', 'ftp://127.0.0.1', {}],
    ['an address with a password', 'http://me:secret@127.0.0.1', {}],
    ['a page', `${ORIGIN}/rounds/tidal-studies`, {}],
    ['a round that is none', ORIGIN, { round: '0x12' }],
    ['two rounds', `${ORIGIN}/api/v1/rounds/${ID}`, { round: `0x${'cd'.repeat(32)}` }],
    ['a collection that is none', ORIGIN, { collection: '0x12' }],
    ['no pause', ORIGIN, { every: '0' }],
    ['half a second', ORIGIN, { every: '0.5' }],
    ['a node that is none', ORIGIN, { rpc: 'node' }],
    ['no receipt', ORIGIN, { receipt: ['nowhere.json'] }],
  ])('%s', async (_name, source, flags) => {
    const watching = watchCommand(source, { once: true, evidence: folder, ...flags }, ENV)
    await expect(watching).rejects.toThrow(UsageError)
  })

  it('a receipt of another round than the one named', async () => {
    const flags = { once: true, round: ID, receipt: [file('receipt.json')], evidence: folder }
    await expect(watchCommand(ORIGIN, flags, ENV)).rejects.toThrow('of another round')
  })

  it('a state that another program wrote', async () => {
    const flags = { once: true, state: file('other.json'), evidence: folder }
    await expect(watchCommand(ORIGIN, flags, ENV)).rejects.toThrow('name another file')
    expect(await readFile(file('other.json'), 'utf8')).toContain('something else')
  })
})

describe('what is remembered', () => {
  it('comes back as it was, and only for its instance', async () => {
    const state = file('state.json')
    expect(await readState(state, ORIGIN)).toEqual(new Map())
    const rounds = new Map([[ID, unseenRound('Tidal studies')]])
    await writeState(state, ORIGIN, rounds)
    expect(await readState(state, ORIGIN)).toEqual(rounds)
    await expect(readState(state, 'https://verso.example.org')).rejects.toThrow(`is of ${ORIGIN}`)
  })
})
