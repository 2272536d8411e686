import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { arctangent, cosine, power, sine } from './trigonometry.ts'

/** Exact by ECMAScript; everything else in Math is left to the implementation. */
const EXACT = new Set(['sqrt', 'floor', 'ceil', 'round', 'min', 'max', 'imul', 'LN2'])
const TEST_ONLY = /(\.test|measured-[a-z]+)\.ts$/

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !TEST_ONLY.test(name),
)

describe('the rule of arithmetic', () => {
  test.each(sources)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const used = [...text.matchAll(/\bMath\.(\w+)/g)].map((match) => match[1] ?? '')
    expect(used.filter((member) => !EXACT.has(member))).toEqual([])
    expect(text).not.toMatch(/\bDate\b|\bperformance\b|\bprocess\b|\bfetch\(|from 'node:|\w \*\* /)
  })

  test('finds the families', () => {
    expect(sources.length).toBeGreaterThan(40)
  })
})

test('the series agree with the platform', () => {
  for (let step = -400; step <= 400; step++) {
    const x = step / 37
    expect(sine(x)).toBeCloseTo(Math.sin(x), 6)
    expect(cosine(x)).toBeCloseTo(Math.cos(x), 6)
    expect(arctangent(x, 0.7)).toBeCloseTo(Math.atan2(x, 0.7), 4)
    if (x > 0) expect(power(x, 1 / 2.4)).toBeCloseTo(x ** (1 / 2.4), 5)
  }
})
