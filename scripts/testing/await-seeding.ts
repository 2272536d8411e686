import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunFile } from '#scripts/data-folder.ts'

const PATIENCE_MS = 600_000

/** Stories begin when the demo's rounds are there. */
export default async function awaitSeeding(): Promise<void> {
  const folder = process.env.VERSO_E2E_DATA ?? ''
  const file = join(folder, 'run.json')
  const until = Date.now() + PATIENCE_MS
  const seeding = () => {
    const run: RunFile = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    return run.seeding ?? true
  }
  while (seeding()) {
    if (Date.now() > until)
      throw new Error(`the demo was still seeding; see ${join(folder, 'logs', 'seed.log')}`)
    await new Promise((wait) => setTimeout(wait, 200))
  }
}
