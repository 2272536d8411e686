import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Files } from '#lib/protocol/bundle.ts'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import { layerOf, MANIFEST } from '#lib/protocol/manifest.ts'
import type { Report } from './report.ts'
import { resealManifest } from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const round = await sampleRound()
const archive = zipBundle(round.files)
const core = [...round.files.keys()].filter((path) => layerOf(path) === 'core')
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

const redOf = (report: Report) =>
  report.checks.flatMap(({ findings }) => findings.filter(({ colour }) => colour === 'red'))

/** Red, with stable codes, and nothing half believed: a refused bundle names no round. */
function expectRefused(report: Report): void {
  expect(report.exitCode).toBe(1)
  const red = redOf(report)
  expect(red.length).toBeGreaterThan(0)
  for (const { code, message } of red) {
    expect(code).toMatch(CODE)
    expect(message).not.toBe('')
  }
}

const HOSTILE: [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['a newline', utf8('\n')],
  ['null', utf8('null\n')],
  ['a number', utf8('1')],
  ['a list', utf8('[]')],
  ['an empty object', utf8('{}')],
  ['an empty row', utf8('{}\n')],
  ['half an object', utf8('{"a":')],
  ['a key twice', utf8('{"a":1,"a":2}')],
  ['a prototype', utf8('{"__proto__":{"rules":1}}')],
  ['a mark at the start', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
  ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xc3, 0x28, 0x22)],
  ['a lone surrogate', utf8('"\\ud800"')],
  ['a null character', utf8('"\\u0000"')],
  ['a fraction', utf8('{"a":1.5}')],
  ['a huge number', utf8('{"a":1e400}')],
  ['lists in lists', utf8(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
  ['objects in objects', utf8(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)],
  ['a long text', utf8(`"${'x'.repeat(2_000_000)}"`)],
]

describe.each(HOSTILE)('%s in place of a file', (_, bytes) => {
  test.each(core)('%s', async (path) => {
    if (bytes.length === round.files.get(path)?.length) return
    const files: Files = new Map([...round.files, [path, bytes]])
    const report = await verifyBundle(resealManifest(round, files))
    expectRefused(report)
    expect(redOf(report).map(({ file }) => file)).toContain(path)
  })

  test('the manifest', async () => {
    expectRefused(await verifyBundle(new Map([...round.files, [MANIFEST, bytes]])))
  })
})

test('an archive that was cut, stretched or changed anywhere is refused', { timeout: 120_000 }, async () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
    fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
  )
  await fc.assert(
    fc.asyncProperty(edit, fc.integer({ min: 1, max: 255 }), async ({ kind, at }, byte) => {
      const place = Math.floor(archive.length * at)
      const head = archive.subarray(0, place)
      const tail = archive.subarray(place)
      const changed = {
        cut: () => head,
        flip: () => [...head, (tail[0] ?? 0) ^ byte, ...tail.subarray(1)],
        insert: () => [...head, byte, ...tail],
      }[kind]()
      expectRefused(await verifyBundle(Uint8Array.from(changed)))
    }),
    { numRuns: 150 },
  )
})

test('noise is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) =>
      expectRefused(await verifyBundle(noise)),
    ),
  )
})
