import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../messages')

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

/** Everything that a language says always in the same words. */
export async function constantsOf(language: string): Promise<Set<string>> {
  const files = readdirSync(join(ROOT, language), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const modules = await Promise.all(files.map(({ parentPath, name }) => import(join(parentPath, name))))
  return new Set(modules.flatMap((module) => stringsOf({ ...module })))
}
