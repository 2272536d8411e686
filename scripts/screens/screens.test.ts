import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checklist } from './checklist.ts'
import { DEFAULTS } from './defaults.ts'
import { AREAS } from './screens.ts'

const KINDS = [{ name: 'desktop' }, { name: 'phone' }]
const docs = resolve(import.meta.dirname, '../../docs/screens')

test('a caption says which screen it is: no two of a sheet are called alike', () => {
  for (const { name, screens } of AREAS) {
    const names = screens.map((screen) => screen.name)
    expect(new Set(names).size, name).toBe(names.length)
  }
  expect(new Set(AREAS.map(({ name }) => name)).size).toBe(AREAS.length)
})

test('the checklist names where a default was found, and says none of the others', () => {
  const text = checklist(AREAS, KINDS, [{ screen: 'duel, phone', id: 'emoji', where: '<p>' }])
  const rows = text.split('\n').filter((line) => / (none|duel, phone) \|$/.test(line))
  expect(rows).toHaveLength(DEFAULTS.length)
  expect(rows.filter((row) => row.includes('duel, phone'))).toEqual([expect.stringContaining('an emoji')])
})

test('the checklist that is kept lists the sheets of today, and found nothing', () => {
  expect(readFileSync(resolve(docs, 'checklist.md'), 'utf8')).toBe(checklist(AREAS, KINDS, []))
})

test('the sheets together stay under three megabytes', () => {
  const sizes = AREAS.flatMap(({ name }) =>
    KINDS.map((kind) => readFileSync(resolve(docs, `contact-${name}-${kind.name}.webp`)).length),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
})
