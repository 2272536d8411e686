import { type Source, targetOf } from './source-tree.ts'

export type Finding = { path: string; line: number; reason: string }

export const DOMAINS = [
  'communities',
  'rounds',
  'generation',
  'provenance',
  'critique',
  'candidates',
  'ballots',
  'minting',
  'rewards',
  'taste',
  'distribution',
  'agent',
] as const

const IO_NAMES = ['data', 'loaders', 'mutations', 'actions', 'port', 'registry']
const IO_FOLDERS = ['adapters', 'nodes', 'gates', 'providers', 'methods']

/** Platform files that reach outside the process; the others are types and tables. */
const PLATFORM_IO = new Set(
  [
    'action',
    'chain',
    'cookies',
    'db',
    'env',
    'logger',
    'queue',
    'rate-limit',
    'route',
    's3-client',
    's3-storage',
    'session',
    'storage',
  ].map((name) => `lib/platform/${name}.ts`),
)
const PACKAGE_IO =
  /^(node:(fs|net|http|https|http2|child_process|dns|dgram|tls|worker_threads)\b|next\/|pg$|@prisma\/)/

const isTest = (path: string) => /\.test\.tsx?$/.test(path)

export function domainOf(path: string): string | null {
  const folder = /^lib\/([^/]+)\//.exec(path)?.[1]
  return folder && (DOMAINS as readonly string[]).includes(folder) ? folder : null
}

/** True for the files that may do I/O: fixed names, and one file per implementation of a port. */
export function doesIo(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1)?.replace(/\.tsx?$/, '') ?? ''
  return IO_NAMES.includes(name) || parts.slice(2, -1).some((folder) => IO_FOLDERS.includes(folder))
}

/** What lint cannot say: which domain a file is in, and whether its name lets it do I/O. */
export function ringFindings(source: Source): Finding[] {
  const domain = domainOf(source.path)
  if (!domain || isTest(source.path)) return []
  const findings: Finding[] = []
  for (const { specifier, typeOnly, line } of source.imports) {
    const target = targetOf(source.path, specifier)
    const other = target && domainOf(target)
    const add = (reason: string) => findings.push({ path: source.path, line, reason })
    if (target && other && other !== domain && doesIo(target))
      add(`imports ${target}: a domain knows another only by its schema.ts and pure files; flows compose.`)
    if (typeOnly || doesIo(source.path)) continue
    if (target && PLATFORM_IO.has(target))
      add(
        `imports ${target}: a file that does I/O is called ${IO_NAMES.join(', ')}, or stands in ${IO_FOLDERS.join(', ')}.`,
      )
    if (PACKAGE_IO.test(specifier))
      add(
        `imports ${specifier}: a file that does I/O is called ${IO_NAMES.join(', ')}, or stands in ${IO_FOLDERS.join(', ')}.`,
      )
  }
  return findings
}

/** Domains that import each other, as one finding per cycle of domains. */
export function domainGraph(sources: readonly Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const source of sources) {
    const from = domainOf(source.path)
    if (!from || isTest(source.path)) continue
    for (const { specifier } of source.imports) {
      const target = targetOf(source.path, specifier)
      const to = target && domainOf(target)
      if (to && to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  }
  return graph
}
