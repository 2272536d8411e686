import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as english from '#messages/critique/findings.ts'
import type { Pixels, Submission } from './picture.ts'
import { GATES } from './registry.ts'
import type { Gate } from './schema.ts'

const GERMAN = resolve(import.meta.dirname, '../../messages/de/critique/findings.ts')
const german: typeof english = await import(GERMAN)

const blankSheet = (width: number, height: number): Pixels => ({
  width,
  height,
  rgba: new Uint8Array(width * height * 4).fill(255),
})
const given = (changes: Partial<Submission>): Submission => ({
  contentHash: `sha256:${'ab'.repeat(32)}`,
  mime: 'image/webp',
  byteLength: 1,
  pixels: blankSheet(640, 480),
  pixelHash: null,
  twin: null,
  ...changes,
})
const twin = { contentHash: given({}).contentHash, title: 'Two “inks”', number: 7 }

/** Every sentence of every gate, and what a German reader is told. */
const CASES: [gate: Gate['id'], threshold: number, changes: Partial<Submission>, said: string][] = [
  ['decodes', 1, {}, 'Öffnet sich als WebP, 640 × 480 Pixel.'],
  ['decodes', 1, { pixels: null }, 'Die Datei ist kein ganzes Bild im Format PNG, JPEG oder WebP.'],
  ['size', 400, {}, '640 × 480 Pixel; die kürzere Seite braucht 400.'],
  ['size', 512, {}, '640 × 480 Pixel; die kürzere Seite braucht 512.'],
  ['size', 1, { pixels: blankSheet(16_385, 1) }, '16385 × 1 Pixel; die längere Seite ist zu lang.'],
  ['size', 2, { pixels: blankSheet(16_385, 1) }, '16385 × 1 Pixel; die längere Seite ist zu lang.'],
  ['blank', 105, {}, '0,00 % des Blatts heben sich ab; nötig sind 1,05 %.'],
  ['exact-duplicate', 0, {}, 'Kein Werk dieser Runde zeigt dieselben Pixel.'],
  ['exact-duplicate', 0, { twin }, 'Dieselben Pixel hängen schon in dieser Runde: #7, „Two “inks”“.'],
  [
    'exact-duplicate',
    0,
    { twin: { ...twin, number: null } },
    'Dieselben Pixel hängen schon in dieser Runde: abababab, „Two “inks”“.',
  ],
]

function verdictOf(id: Gate['id'], threshold: number, changes: Partial<Submission>) {
  const gate = GATES.find((one) => one.id === id)
  if (!gate) throw new Error(`no gate ${id}`)
  return { gate: id, version: gate.version, threshold, ...gate.judge(given(changes), threshold) }
}

describe('what a gate found', () => {
  it.each(CASES)('%s at %i, in German', (id, threshold, changes, said) => {
    expect(german.found(verdictOf(id, threshold, changes))).toBe(said)
  })
  it('is told of every gate in German, in the version that judges', () => {
    for (const { id, defaultThreshold } of GATES) {
      const verdict = verdictOf(id, defaultThreshold, {})
      expect(german.found(verdict), id).not.toBe(verdict.finding)
    }
  })
  it('is the sentence of the record in English, and in a version that is not known', () => {
    const verdict = verdictOf('size', 512, {})
    expect(english.found(verdict)).toBe(verdict.finding)
    expect(german.found({ ...verdict, version: '2' })).toBe(verdict.finding)
  })
})
