import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** One import as written: what it names, and whether the compiler erases it. */
export type Import = { specifier: string; typeOnly: boolean; line: number }

/** A source file of the project, by its path from the root. */
export type Source = { path: string; text: string; lines: number; imports: Import[] }

const IMPORT =
  /^(?:import\s+(type\s+)?(?:[^'"();=]*?\bfrom\s+)?|export\s+(type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Reads imports without a compiler: TypeScript 7 has no JavaScript interface, and our form is regular. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    specifier: match[3] ?? match[4] ?? '',
    typeOnly: (match[1] ?? match[2]) !== undefined,
    line: text.slice(0, match.index).split('\n').length,
  }))
}

/** The file of the project that an import names, or null for a package. */
export function targetOf(from: string, specifier: string): string | null {
  const alias = /^#(lib|components|contracts-abi|scripts|bench)\/(.+)$/.exec(specifier)
  if (alias) return `${alias[1]}/${alias[2]}`
  if (specifier === '#crypto' || specifier === '#inflate')
    return `lib/protocol/${specifier.slice(1)}/portable.ts`
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  return null
}

/** Every file that git knows or would add. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  return [...new Set(listed.split('\n'))].filter((path) => path !== '' && existsSync(path)).sort()
}

export function readSources(files: readonly string[]): Source[] {
  return files
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(text) }
    })
}
