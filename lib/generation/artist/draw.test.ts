import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { draw } from './draw.ts'
import fixtures from './pixel-hashes.json' with { type: 'json' }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const HOSTILE = [
  '',
  ' ',
  'Семь островов и их приливы, синим',
  '七つの島',
  '99999999999999999999999999 moons, 88888888888 red',
  'zero moons, minus one planet, 0 hills',
  '1000000 windows, 999999 lit',
  'thirty ferns',
  'weld weld weld yellow yellow gold on yellow paper in three inks',
  'in five inks',
  '\u0000\uFFFF\uD800 \\ <script>',
  'one mountain and no sun no moon no tree no ink',
  'wild dense seaweed '.repeat(120).slice(0, 2000),
  'island '.repeat(300),
]

describe('pixels', () => {
  const known = fixtures.map((fixture) => {
    const drawing = draw({
      prompt: fixture.prompt,
      seed: fixture.seed,
      width: fixture.box,
      height: fixture.box,
    })
    return { fixture, drawing, hash: sha256(drawing.rgb) }
  })

  test.each(known)('$fixture.prompt', ({ fixture, drawing, hash }) => {
    expect(drawing.family).toBe(fixture.family)
    expect(`${drawing.width}×${drawing.height}`).toBe(fixture.size)
    expect(hash).toBe(fixture.sha256)
  })

  test('do not depend on what was drawn before', () => {
    const small = known.filter(({ fixture }) => fixture.box < 1024)
    for (const { fixture, hash } of small.reverse()) {
      const again = draw({
        prompt: fixture.prompt,
        seed: fixture.seed,
        width: fixture.box,
        height: fixture.box,
      })
      expect(sha256(again.rgb)).toBe(hash)
    }
  })

  test('a thrown picture does not leak into the next', () => {
    const commission = { prompt: 'three hills', seed: 3, width: 200, height: 200 }
    const before = sha256(draw(commission).rgb)
    expect(() => draw({ ...commission, width: Number.NaN })).toThrow()
    expect(sha256(draw(commission).rgb)).toBe(before)
  })

  test('another seed is another picture, in the same family when the brief names one', () => {
    const one = draw({ prompt: 'three hills', seed: 1, width: 128, height: 128 })
    const other = draw({ prompt: 'three hills', seed: 2, width: 128, height: 128 })
    expect(other.family).toBe(one.family)
    expect(sha256(other.rgb)).not.toBe(sha256(one.rgb))
  })

  test('fits the box it is given', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { width, height, rgb } = draw({ prompt: 'a fern', seed, width: 120, height: 90 })
      expect(width <= 120 && height <= 90 && (width === 120 || height === 90)).toBe(true)
      expect(rgb.length).toBe(width * height * 3)
    }
  })
})

describe('hostile briefs', () => {
  test.each(HOSTILE)('%#', (prompt) => {
    for (let seed = -1; seed < 4; seed++) {
      const { rgb, title, alt } = draw({ prompt, seed: seed * 123456789, width: 96, height: 96 })
      let [least, most, blank] = [255, 0, 0]
      for (let at = 0; at < rgb.length; at += 3) {
        const level = rgb[at + 1] ?? 0
        least = Math.min(least, level)
        most = Math.max(most, level)
        // A value that is not a number comes out as pure black, which no ink is.
        if (level === 0 && rgb[at] === 0 && rgb[at + 2] === 0) blank++
      }
      expect(blank).toBe(0)
      expect(most - least).toBeGreaterThan(40)
      expect(title.length).toBeGreaterThan(8)
      expect(alt).not.toMatch(/undefined|NaN|null/)
    }
  })
})
