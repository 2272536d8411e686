import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { NOT_SHOWN } from './not-shown.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))

const IMPORTS = /(?:from |import\()\s*'(#components\/|\.\/)([^']+)'/g
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(IMPORTS)].map(([, from, path = '']) =>
    from === './' ? join(file, '..', path) : join('components', path),
  )

const workshop = filesOf('components/workshop')
const components = filesOf('components').filter(
  (file) => file.endsWith('.tsx') && !file.startsWith('components/workshop/'),
)
const listed = NOT_SHOWN.flatMap(({ files }) => files)

/** Parts of the workshop: each names the file that it shows. */
const parts = workshop.flatMap((module) =>
  [...textOf(module).matchAll(/^\s+file: '(components\/[^']+)',$/gm)].map(([, file = '']) => ({
    module,
    file,
  })),
)

/** All that is drawn by what the workshop imports. */
function reached(): Set<string> {
  const seen = new Set<string>()
  const ahead = [...workshop]
  for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    ahead.push(...importsOf(file))
  }
  return seen
}

it('gives every component of ui and art a place of its own, or says why not', () => {
  const named = new Set([...parts.map(({ file }) => file), ...listed])
  const common = components.filter((file) => /^components\/(ui|art)\//.test(file))
  expect(common.length).toBeGreaterThan(30)
  expect(common.filter((file) => !named.has(file))).toEqual([])
})

it('shows every other component, at least within another, or says why not', () => {
  const seen = reached()
  expect(components.filter((file) => !seen.has(file) && !listed.includes(file))).toEqual([])
})

it('lists no component that is gone, or that is shown after all', () => {
  const seen = reached()
  expect(listed.filter((file) => !existsSync(join(ROOT, file)) || seen.has(file))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

it('names over each part the file that the part is made of', () => {
  expect(parts.length).toBeGreaterThan(90)
  expect(parts.filter(({ module, file }) => !importsOf(module).includes(file))).toEqual([])
})

it('has a page for each group', () => {
  const pages = readdirSync(join(ROOT, 'app/workshop'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const groups = readdirSync(join(ROOT, 'components/workshop'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'sample')
    .map(({ name }) => name)
  expect(pages.toSorted()).toEqual(groups.toSorted())
})
