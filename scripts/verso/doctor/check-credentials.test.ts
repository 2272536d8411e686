import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { ensureCredentials } from '#lib/provenance/adapters/credential-folder.ts'
import { credentialsIn, fingerprintOf, rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { checkCredentials, type OpenRound } from './check-credentials.ts'

const NOW = new Date()
const inYears = (years: number) => new Date(NOW.getTime() + years * 365.25 * 86_400_000)

let ours: string
let theirs: string
beforeEach(async () => {
  ;[ours, theirs] = ['ours', 'theirs'].map((name) => mkdtempSync(join(tmpdir(), `verso-${name}-`))) as [
    string,
    string,
  ]
  await Promise.all([ours, theirs].map((folder) => ensureCredentials(folder, 'verso.example')))
})
afterEach(() => {
  for (const folder of [ours, theirs]) rmSync(folder, { recursive: true, force: true })
})

const rootHash = (dataDir: string): Bytes32 => `0x${fingerprintOf(rootOf(dataDir) ?? '')}`
const file = (name: string, dataDir = ours) => join(credentialsIn(dataDir), name)
const borrow = (name: string) => copyFileSync(file(name, theirs), file(name))
const round = (c2paRoot: Bytes32, takesPictures = true): OpenRound => ({
  title: 'Harbour lights',
  c2paRoot,
  takesPictures,
})

function levels(now = NOW, rounds: OpenRound[] = []): string[] {
  return checkCredentials(ours, now, rounds).map(({ level, says }) => `${level} ${says}`)
}
const wrongs = (now = NOW, rounds: OpenRound[] = []) =>
  levels(now, rounds).filter((line) => line.startsWith('wrong'))

it('finds nothing wrong with what was just made, and says where the root’s key is', () => {
  const rounds = [round(rootHash(ours)), round(ZERO_BYTES32)]
  expect(levels(NOW, rounds)).toEqual([
    'ok The signer stands below the root.',
    expect.stringMatching(/^ok They are valid until 20\d\d-/),
    expect.stringContaining('note root.key lies here'),
  ])
  rmSync(file('root.key'))
  expect(levels(NOW, rounds).at(-1)).toContain('note root.key is elsewhere')
})

it('has nothing against an instance that has none yet, unless a round names one', () => {
  const root = rootHash(ours)
  rmSync(credentialsIn(ours), { recursive: true })
  expect(levels()).toEqual([expect.stringContaining('note There are none yet')])
  expect(wrongs(NOW, [round(root)])).toEqual([expect.stringContaining('here is none: its pictures hang')])
})

it('says it loudly where an open round names another root', () => {
  const named = [round(rootHash(theirs)), round(rootHash(theirs), false), round(rootHash(ours))]
  expect(levels(NOW, named).filter((line) => line.includes('Harbour'))).toEqual([
    expect.stringMatching(/^wrong “Harbour lights” names the root [0-9a-f]{8}….*UNSIGNED/),
    expect.stringMatching(/^note “Harbour lights” names the root/),
  ])
})

it.each([
  ['a root of another instance', 'root.pem', 'does not stand below root.pem'],
  ['a root’s key of another instance', 'root.key', 'root.key is not the key of root.pem'],
])('names %s', (_what, name, says) => {
  borrow(name)
  expect(wrongs().join()).toContain(says)
})

it('names a key that is not its certificate’s', () => {
  const keyOf = (dataDir: string) =>
    readFileSync(file('signer.pem', dataDir), 'utf8').split('-----BEGIN CERT')
  const [key] = keyOf(theirs)
  const [, ...certificates] = keyOf(ours)
  writeFileSync(file('signer.pem'), [key, ...certificates].join('-----BEGIN CERT'))
  expect(wrongs()).toEqual([expect.stringContaining('The key in signer.pem is not that of its certificate')])
})

it('names a chain with a certificate missing', () => {
  const text = readFileSync(file('signer.pem'), 'utf8')
  writeFileSync(file('signer.pem'), text.slice(0, text.lastIndexOf('-----BEGIN CERTIFICATE')))
  expect(wrongs()).toEqual([expect.stringContaining('does not stand below root.pem')])
})

it('counts the days that are left', () => {
  expect(levels(inYears(14.6))[1]).toMatch(/^ok/)
  expect(levels(inYears(14.9))[1]).toMatch(/^note They run out on .*, in 3\d days\.$/)
  expect(wrongs(inYears(15.1))).toEqual([expect.stringMatching(/They ran out on 20\d\d-.*no picture/)])
  expect(wrongs(inYears(-1))).toEqual([expect.stringContaining('not valid yet')])
})

it.each(['signer.pem', 'root.key'])('names a %s that others can read', (name) => {
  chmodSync(file(name), 0o640)
  expect(wrongs()).toEqual([`wrong ${name} can be read by others than its owner.`])
})

it.each(['root.pem', 'signer.pem'])('names a %s that is not there, or is none', (name) => {
  writeFileSync(file(name), 'no certificate')
  expect(wrongs()[0]).toContain('They cannot be read')
  rmSync(file(name))
  expect(wrongs()[0]).toContain(`ENOENT`)
})

it('never prints a key', () => {
  const secrets = [file('root.key'), file('signer.pem')].map((name) => readFileSync(name, 'utf8'))
  for (const broken of ['', secrets[0]?.slice(0, 90) ?? '']) {
    writeFileSync(file('root.key'), broken)
    const said = JSON.stringify(checkCredentials(ours, NOW, []))
    for (const line of secrets.flatMap((text) => text.split('\n')).filter((text) => text.length > 40))
      expect(said).not.toContain(line.slice(0, 40))
  }
})
