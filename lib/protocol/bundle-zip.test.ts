import { strFromU8, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unzipBundle, zipBundle } from './bundle-zip.ts'

const files = new Map([
  ['winners.jsonl', strToU8('{"rank":1}\n'.repeat(50))],
  ['rules.json', strToU8('{}')],
  ['shares.jsonl', new Uint8Array()],
  [`works/${'ab'.repeat(32)}`, Uint8Array.of(1, 2, 3)],
])
const archive = zipBundle(files)
const epoch = { mtime: new Date(1980, 0, 1) }
const refused = (bytes: Uint8Array) => () => unzipBundle(bytes)
const asZipError = expect.objectContaining({ code: 'bundle-zip' })

describe('bundle.zip', () => {
  test('gives back what went in, sorted', () => {
    const back = unzipBundle(archive)
    expect([...back.keys()]).toEqual([...files.keys()].toSorted())
    for (const [path, bytes] of files)
      expect(strFromU8(back.get(path) ?? Uint8Array.of(0))).toBe(strFromU8(bytes))
  })

  test('one set of files, one archive, whatever their order', () => {
    expect(zipBundle(new Map([...files].toReversed()))).toEqual(archive)
  })

  test.each([
    ['a path that climbs', { '../rules.json': [strToU8('{}'), epoch] as const }],
    ['an absolute path', { '/rules.json': [strToU8('{}'), epoch] as const }],
    ['a foreign file', { 'readme.txt': [strToU8('{}'), epoch] as const }],
    ['a folder', { 'log/': [new Uint8Array(), epoch] as const }],
    [
      'an unsorted list',
      { 'shares.jsonl': [strToU8('a'), epoch] as const, 'rules.json': [strToU8('b'), epoch] as const },
    ],
    ['another time', { 'rules.json': [strToU8('{}'), { mtime: new Date(1990, 0, 1) }] as const }],
    [
      'an extra field',
      { 'rules.json': [strToU8('{}'), { ...epoch, extra: { 1: Uint8Array.of(1) } }] as const },
    ],
    ['a comment', { 'rules.json': [strToU8('{}'), { ...epoch, comment: 'hello' }] as const }],
    ['a link', { 'rules.json': [strToU8('{}'), { ...epoch, os: 3, attrs: 0o120777 << 16 }] as const }],
  ])('refuses %s', (_name, entries) => {
    const zippable = Object.fromEntries(
      Object.entries(entries).map(([path, [bytes, options]]) => [path, [bytes, options]]),
    )
    expect(refused(zipSync(zippable as Parameters<typeof zipSync>[0]))).toThrow(asZipError)
  })

  test('refuses bytes behind the end and in front of the start', () => {
    expect(refused(new Uint8Array([...archive, 0]))).toThrow(asZipError)
    expect(refused(new Uint8Array([0, ...archive]))).toThrow(asZipError)
  })

  test('refuses a duplicate name', () => {
    const twice = zipSync({ 'rules.json': [strToU8('{}'), epoch], 'rules.jsoo': [strToU8('{}'), epoch] })
    const text = strFromU8(twice, true).replaceAll('rules.jsoo', 'rules.json')
    expect(refused(strToU8(text, true))).toThrow(asZipError)
  })

  test('refuses an archive that promises too much before it unpacks anything', () => {
    const bomb = archive.slice()
    const view = new DataView(bomb.buffer)
    const directory = view.getUint32(bomb.length - 22 + 16, true)
    view.setUint32(directory + 24, 600 * 2 ** 20, true)
    view.setUint32(22, 600 * 2 ** 20, true)
    expect(refused(bomb)).toThrow(expect.objectContaining({ code: 'bundle-too-large' }))
  })

  test('refuses a file that unpacks to more than it announces', () => {
    const real = zipSync({ 'rules.json': [strToU8('x'.repeat(5000)), epoch] })
    const view = new DataView(real.buffer, real.byteOffset)
    const directory = view.getUint32(real.length - 22 + 16, true)
    view.setUint32(directory + 24, 10, true)
    view.setUint32(22, 10, true)
    expect(refused(real)).toThrow(asZipError)
  })

  test('refuses every changed byte', () => {
    for (let index = 0; index < archive.length; index += 1) {
      const changed = archive.slice()
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(refused(changed), `byte ${index}`).toThrow(expect.objectContaining({ name: 'ProtocolError' }))
    }
  })
})
