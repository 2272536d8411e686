import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelTable, parentTable, registryTable, withTables } from './table.ts'

const document = readFileSync(resolve(import.meta.dirname, '../../docs/licences.md'), 'utf8')

const ANY = 'allowed | allowed | allowed | allowed'
const NONE = (because: string) => Array(4).fill(`refused: ${because}`).join(' | ')
/** Under CC0-1.0, CC-BY-4.0, CC-BY-NC-4.0 and CC-BY-SA-4.0. */
const ALLOWED = [
  ['Apache-2.0', ANY, ANY],
  ['MIT', ANY, ANY],
  ['CreativeML-OpenRAIL-M', ANY, ANY],
  ['CreativeML-OpenRAIL++-M', ANY, ANY],
  ['OpenAI-Services-Agreement', ANY, ANY],
  ['FLUX.1-dev', ANY, NONE('unknown')],
  ['FLUX-API', ANY, NONE('unknown')],
  [
    'Stability-AI-NC-Research-Community',
    'refused: non-commercial | refused: non-commercial | allowed | refused: non-commercial',
    NONE('non-commercial'),
  ],
  ['the creator’s own', ANY, NONE('unknown')],
  ['unknown', ANY, NONE('unknown')],
] as const

describe('which model may make works under which licence', () => {
  it.each(ALLOWED)('%s', (model, any, free) => {
    expect(modelTable('any')).toContain(`| ${model} | ${any} |`)
    expect(modelTable('any-use')).toContain(`| ${model} | ${free} |`)
  })

  it('is said of every model in the registry', () => {
    for (const table of [registryTable(), modelTable('any'), modelTable('any-use')])
      expect(table.split('\n')).toHaveLength(2 + ALLOWED.length)
  })
})

it.each([
  ['CC0-1.0', ANY],
  ['CC-BY-4.0', 'refused: attribution | allowed | allowed | allowed'],
  ['CC-BY-NC-4.0', 'refused: non-commercial | refused: non-commercial | allowed | refused: non-commercial'],
  ['CC-BY-SA-4.0', 'refused: share-alike | refused: share-alike | refused: share-alike | allowed'],
])('another’s work under %s may be varied: %s', (parent, into) => {
  expect(parentTable()).toContain(`| ${parent} | ${into} |`)
})

it('the document shows what is allowed today (npm run licences)', () => {
  expect(document).toBe(withTables(document))
  for (const table of [registryTable(), modelTable('any'), modelTable('any-use'), parentTable()])
    expect(document).toContain(table)
})
