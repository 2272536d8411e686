import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunFile } from '#scripts/data-folder.ts'

/** Where the parts of an instance that runs in a folder are reached. */
export function placesOf(folder: string): { origin: string; rpcUrl: string; databaseUrl: string } {
  const run: RunFile = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  const password = readFileSync(`${run.cluster ?? join(folder, 'postgres')}.password`, 'utf8').trim()
  return {
    origin: run.url ?? '',
    rpcUrl: `http://127.0.0.1:${run.chainPort}`,
    databaseUrl: `postgresql://verso:${password}@127.0.0.1:${run.postgresPort}/verso`,
  }
}
