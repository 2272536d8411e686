import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFileOf } from './run-demo.ts'

/** Where the parts of an instance that runs in a folder are reached. */
export function placesOf(folder: string): { origin: string; rpcUrl: string; databaseUrl: string } {
  const run = runFileOf(folder)
  const password = readFileSync(`${run.cluster ?? join(folder, 'postgres')}.password`, 'utf8').trim()
  return {
    origin: run.url ?? '',
    rpcUrl: `http://127.0.0.1:${run.chainPort}`,
    databaseUrl: `postgresql://verso:${password}@127.0.0.1:${run.postgresPort}/verso`,
  }
}
