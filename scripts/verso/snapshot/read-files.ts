import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { GivenFile } from '#lib/interop/snapshot/gather.ts'
import { UsageError } from '#scripts/verso/usage.ts'

/** Longer than any string of Node may be. */
const MOST_BYTES = 500_000_000

async function namesIn(source: string): Promise<string[]> {
  if (!(await stat(source)).isDirectory()) return [source]
  const names = (await readdir(source)).filter((name) => name.toLowerCase().endsWith('.json'))
  return names
    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
    .map((name) => path.join(source, name))
}

/**
 * The JSON files named, and those in the folders named, page 2 before page 10.
 * @throws UsageError
 */
export async function readFiles(sources: readonly string[]): Promise<GivenFile[]> {
  try {
    const names = (await Promise.all(sources.map(namesIn))).flat()
    if (names.length === 0) throw new UsageError(`no .json file in ${sources.join(', ')}`)
    const files: GivenFile[] = []
    for (const name of names) {
      if ((await stat(name)).size > MOST_BYTES)
        throw new UsageError(`${name} has more than ${MOST_BYTES} bytes: give the votes in several pages`)
      files.push({ name: path.basename(name), text: await readFile(name, 'utf8') })
    }
    return files
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `cannot read ${sources.join(', ')}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
