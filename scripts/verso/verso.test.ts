import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { runVerso } from './command-line.ts'

const script = path.resolve(import.meta.dirname, '../verso.ts')
let folder = ''
const file = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verso-cli-'))
  const { files } = await sampleRound()
  await writeFile(file('good.zip'), zipBundle(files))
  const log = Uint8Array.from(files.get('log/000000.jsonl') ?? [])
  log[900] = (log[900] ?? 0) ^ 1
  await writeFile(file('bad.zip'), zipBundle(new Map([...files, ['log/000000.jsonl', log]])))
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(file(`unpacked/${name}`)), { recursive: true })
    await writeFile(file(`unpacked/${name}`), bytes)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Outcome = { code: number; stdout: string; stderr: string }

function verso(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, CHAIN_RPC_URL: '' }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=react-server', script, ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
      },
    )
  })
}

describe('verso verify', () => {
  test('2 and the reason, when no chain was asked; an archive and a folder say the same', async () => {
    const [archive, unpacked] = await Promise.all([
      verso('verify', file('good.zip')),
      verso('verify', file('unpacked')),
    ])
    expect(archive.code).toBe(2)
    expect(archive.stdout).toContain('Unknown: nothing is wrong')
    expect(archive.stdout).toContain('What you still trust')
    expect(archive.stdout).toContain('0 contract-wallet ballots with power 0')
    expect(unpacked).toEqual(archive)
  })

  test('1 and the record, for a changed byte', async () => {
    const { code, stdout } = await verso('verify', file('bad.zip'))
    expect(code).toBe(1)
    expect(stdout).toContain('log/000000.jsonl:2')
  })

  test('64 and how it is used, for a command that there is not', async () => {
    const { code, stderr } = await verso('frobnicate', 'a.zip')
    expect(code).toBe(64)
    expect(stderr).toContain('no command frobnicate')
  })

  test('a report for programs', async () => {
    const { code, stdout } = await verso('verify', file('good.zip'), '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 2, colour: 'unknown', protocol: 'verso/1' })
  })

  test('2 when the chain does not answer', async () => {
    const { code, stdout } = await verso('verify', file('good.zip'), '--rpc', 'http://127.0.0.1:9')
    expect(code).toBe(2)
    expect(stdout).toContain('chain-unreadable')
  })

  test.each([
    ['no bundle', ['verify']],
    ['two bundles', ['verify', 'a.zip', 'b.zip']],
    ['no such file', ['verify', 'nowhere.zip']],
    ['no such flag', ['verify', 'a.zip', '--loud']],
    ['an address that is none', ['verify', 'a.zip', '--collection', '0x12']],
    ['a receipt that is none', ['verify', 'a.zip', '--receipt', 'nowhere.json']],
    ['a chain, and none', ['verify', 'a.zip', '--rpc', 'http://127.0.0.1:9', '--offline']],
    [
      'one chain twice',
      ['verify', 'a.zip', '--rpc', '10=http://127.0.0.1:9', '--rpc', '10=http://a.example'],
    ],
    ['two home chains', ['verify', 'a.zip', '--rpc', 'http://127.0.0.1:9', '--rpc', 'http://a.example']],
    ['another chain to record', ['record', 'a.zip', '--out', 'b.zip', '--rpc', '10=http://127.0.0.1:9']],
    ['nothing to record', ['record']],
    ['no chain to record', ['record', 'a.zip', '--out', 'b.zip']],
    ['no archive to write', ['record', 'a.zip', '--rpc', 'http://127.0.0.1:9']],
    ['what is no bundle', ['record', script, '--rpc', 'http://127.0.0.1:9', '--out', 'b.zip']],
    ['no instance', ['watch']],
  ])('64 for %s', async (_name, args) => {
    vi.stubEnv('CHAIN_RPC_URL', '')
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await runVerso(args)).toBe(64)
    expect(said.mock.calls.join('')).toContain('verso verify <file|folder|url>')
    said.mockRestore()
    vi.unstubAllEnvs()
  })
})

describe('verso inspect', () => {
  test('says what is inside, and that it checked nothing', async () => {
    const { code, stdout } = await verso('inspect', file('good.zip'))
    expect(code).toBe(0)
    expect(stdout).toContain('Tidal studies')
    expect(stdout).toContain('Nothing is checked here')
    expect(stdout).toMatch(/^winners +1\. #2 Ebb, late, 17,000,000,000 votes; 2\. #3 Neap, /m)
    expect(stdout).toMatch(/^margin +1,000,000,000 votes$/m)
  })

  test('1 for something that is no bundle', async () => {
    expect((await verso('inspect', script)).code).toBe(1)
  })
})

describe('verso watch', () => {
  test('2 when nobody answers, and why', async () => {
    const { code, stdout } = await verso('watch', 'http://127.0.0.1:9', '--once', '--evidence', folder)
    expect(code).toBe(2)
    expect(stdout).toContain('no chain is asked (--rpc)')
    expect(stdout).toContain('NO ANSWER: it cannot be reached')
  })
})
