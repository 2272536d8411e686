import { DOMAINS, type Finding } from './rings.ts'
import type { Source } from './source-tree.ts'

const TOP_LEVEL = new Set(
  `.ci .dockerignore .env.example .gitattributes .github .gitignore .npmrc CONTRIBUTING.md Dockerfile LICENSE README.md SECURITY.md
  app bench biome.json components contracts contracts-abi docs e2e knip.json lib messages next.config.ts package-lock.json package.json
  playwright.config.ts postcss.config.mjs prisma prisma.config.ts proxy.ts public scripts tsconfig.json vitest.config.ts wagmi.config.ts`.split(
    /\s+/,
  ),
)
const LIB = new Set<string>(['protocol', 'interop', 'platform', 'flows', ...DOMAINS])
const COMPONENTS = new Set([
  'ui',
  'art',
  'wallet',
  'workshop',
  'rounds',
  'voting',
  'minting',
  'provenance',
  'rewards',
  'studio',
])
const VAGUE = /(^|\/)(utils?|helpers?|common|misc|shared|index)(\.tsx?|\/)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const NEXT_FOLDER = /^[([@_]/
const MAX_LINES = 350

/** Findings of one path: where it lies and what it is called. */
export function pathFindings(path: string): Finding[] {
  const parts = path.split('/')
  const [top = '', second = ''] = parts
  const reasons: string[] = []
  if (!TOP_LEVEL.has(top)) reasons.push(`${top} is not one of the entries of the top level.`)
  if (top === 'lib' && !LIB.has(second)) reasons.push(`lib/${second} is none of the known parts and domains.`)
  if (top === 'components' && !COMPONENTS.has(second))
    reasons.push(`components/${second} is not a known folder.`)
  if (['app', 'components', 'lib', 'scripts', 'bench', 'e2e'].includes(top) && !path.endsWith('.sol')) {
    if (VAGUE.test(path)) reasons.push('name a file for what it computes; no barrels, no utils.')
    const odd = parts.filter((part) => !NEXT_FOLDER.test(part) && !KEBAB.test(part.split('.')[0] ?? ''))
    if (odd.length > 0) reasons.push(`${odd.join(', ')}: names are in kebab-case.`)
  }
  return reasons.map((reason) => ({ path, line: 1, reason }))
}

/** Marks that must not be in a source file. Written in parts, so that this file does not find itself. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [
    new RegExp(`\\b(${['TO', 'FIX'].map((part) => `${part}${part === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`),
    'finish it, or say it in an issue.',
  ],
  [new RegExp(`@ts-(${'ignore'}|nocheck)`), 'types are checked everywhere.'],
  [new RegExp(`as unknown ${'as'}\\b`), 'a double cast hides what is really there; parse it or type it.'],
  [new RegExp(`biome-ignore-${'all'}`), 'rules hold for whole files.'],
]

/** A colour that is written out. Tokens live in app/globals.css; what draws without style sheets has its own file. */
const COLOUR = /oklch\(|\brgba?\(|\bhsla?\(|['"`[]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})['"`\]]/i
/** What is painted into pictures: data, which no room dresses. */
const PAINTS = new Set(['components/rounds/social/card-paint.ts', 'components/workshop/sample/picture.ts'])

function colourFindings({ path, text }: Source): Finding[] {
  const isComponent = path.startsWith('components/') && !PAINTS.has(path) && !/\.test\.tsx?$/.test(path)
  const at = isComponent ? text.search(COLOUR) : -1
  if (at < 0) return []
  const line = text.slice(0, at).split('\n').length
  return [{ path, line, reason: 'colours are tokens of app/globals.css: components write none out.' }]
}

/** Findings inside a file: size, forbidden marks, and the place of server actions. */
export function textFindings(source: Source): Finding[] {
  const { path, text, lines } = source
  const findings: Finding[] = colourFindings(source)
  if (lines > MAX_LINES)
    findings.push({ path, line: 1, reason: `${lines} lines; a file has at most ${MAX_LINES}.` })
  for (const [mark, reason] of FORBIDDEN) {
    const at = text.search(mark)
    if (at >= 0) findings.push({ path, line: text.slice(0, at).split('\n').length, reason })
  }
  const usesServer = /^\s*['"]use server['"]/m.test(text)
  const isActions = /(^|\/)actions\.ts$/.test(path)
  if (usesServer !== isActions)
    findings.push({
      path,
      line: 1,
      reason: `'use server' stands at the top of every actions.ts and nowhere else.`,
    })
  return findings
}
