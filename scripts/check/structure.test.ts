import { describe, expect, it } from 'vitest'
import { cyclesOf, fileGraph } from './cycles.ts'
import { pathFindings, textFindings } from './layout.ts'
import { profileOf } from './profile.ts'
import { domainGraph, ringFindings } from './rings.ts'
import { importsOf, type Source, targetOf } from './source-tree.ts'

const source = (path: string, text: string): Source => ({
  path,
  text,
  lines: text.split('\n').length,
  imports: importsOf(text),
})

describe('imports', () => {
  it('are read in every form, over lines, with what the compiler erases', () => {
    const text = [
      `import { a,\n  b } from '#lib/a.ts'`,
      `import type { C } from './c.ts'`,
      `import 'side.css'`,
      `export type D = 'from "nothing"'`,
      `export { e } from './e.ts'`,
      `const f = await import('./f.ts')`,
    ].join('\n')
    expect(importsOf(text).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ['#lib/a.ts', false],
      ['./c.ts', true],
      ['side.css', false],
      ['./e.ts', false],
      ['./f.ts', false],
    ])
  })

  it('point to files of the project, and to none for a package', () => {
    expect(targetOf('lib/rounds/data.ts', './schema.ts')).toBe('lib/rounds/schema.ts')
    expect(targetOf('app/page.tsx', '#lib/rounds/loaders.ts')).toBe('lib/rounds/loaders.ts')
    expect(targetOf('app/page.tsx', 'zod')).toBeNull()
  })
})

describe('rings', () => {
  const reasons = (path: string, text: string) => ringFindings(source(path, text)).length
  it.each([
    ['another domain’s data', 'lib/minting/data.ts', `import { x } from '#lib/rounds/data.ts'`, 1],
    [
      'another domain’s adapter',
      'lib/minting/data.ts',
      `import { x } from '#lib/generation/providers/sim.ts'`,
      1,
    ],
    ['another domain’s schema', 'lib/minting/data.ts', `import { x } from '#lib/rounds/schema.ts'`, 0],
    ['the database from a pure file', 'lib/minting/cost.ts', `import { db } from '#lib/platform/db.ts'`, 1],
    [
      'a type of the database from a pure file',
      'lib/minting/cost.ts',
      `import type { Tx } from '#lib/platform/db.ts'`,
      0,
    ],
    ['the file system from a pure file', 'lib/minting/cost.ts', `import { open } from 'node:fs/promises'`, 1],
    ['the database from data.ts', 'lib/minting/data.ts', `import { db } from '#lib/platform/db.ts'`, 0],
    [
      'the errors from a pure file',
      'lib/minting/cost.ts',
      `import { AppError } from '#lib/platform/errors.ts'`,
      0,
    ],
  ])('%s', (_name, path, text, count) => expect(reasons(path, text)).toBe(count))

  it('sees domains that import each other', () => {
    const graph = domainGraph([
      source('lib/rounds/a.ts', `import { x } from '#lib/minting/schema.ts'`),
      source('lib/minting/b.ts', `import { x } from '#lib/rounds/schema.ts'`),
      source('lib/ballots/c.ts', `import { x } from '#lib/rounds/schema.ts'`),
    ])
    expect(cyclesOf(graph)).toEqual([['minting', 'rounds']])
  })
})

describe('cycles', () => {
  it('are found among files, and types make none', () => {
    const files = [
      source('lib/a.ts', `import { b } from './b.ts'`),
      source('lib/b.ts', `import { c } from './c.ts'`),
      source('lib/c.ts', `import { a } from './a.ts'\nimport type { D } from './d.ts'`),
      source('lib/d.ts', `import { c } from './c.ts'`),
    ]
    expect(cyclesOf(fileGraph(files))).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/c.ts']])
  })
})

describe('layout', () => {
  it.each([
    ['src/a.ts', 1],
    ['lib/users/schema.ts', 1],
    ['lib/rounds/utils.ts', 1],
    ['components/ui/index.ts', 1],
    ['components/ui/Button.tsx', 1],
    ['lib/rounds/data.ts', 0],
    ['app/rounds/[slug]/page.tsx', 0],
    ['lib/rounds/schema.integration.test.ts', 0],
  ])('%s', (path, count) => expect(pathFindings(path)).toHaveLength(count))

  it('wants server actions in actions.ts only, short files and no double casts', () => {
    expect(textFindings(source('lib/rounds/actions.ts', `'use server'\n`))).toEqual([])
    expect(textFindings(source('lib/rounds/actions.ts', 'export {}\n'))).toHaveLength(1)
    expect(textFindings(source('app/page.tsx', `  'use server'\n`))).toHaveLength(1)
    expect(textFindings(source('lib/rounds/x.ts', '\n'.repeat(400)))).toHaveLength(1)
    for (const colour of ["'#fa0'", '"#F5F5F5"', 'oklch(0.5 0 0)', 'rgb(0 0 0 / 0.1)', 'bg-[#1d1a17]'])
      expect(textFindings(source('components/ui/x.tsx', `const a = ${colour}`))).toHaveLength(1)
    expect(textFindings(source('components/ui/x.tsx', "const a = 'work #118 of them'"))).toEqual([])
    expect(textFindings(source('lib/rounds/x.ts', "const a = '#fa0'"))).toEqual([])
    expect(textFindings(source('lib/rounds/x.ts', `const a = b as unknown ${'as'} C`))).toHaveLength(1)
  })

  it('measures sizes', () => {
    const sizes = [10, 20, 30, 40, 400].map((lines, i) => source(`lib/${i}.ts`, '\n'.repeat(lines - 1)))
    expect(profileOf(sizes)).toMatchObject({ files: 5, median: 30, max: 400 })
  })
})
