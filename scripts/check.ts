import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type PartResult, runPart, tellPart } from './run-part.ts'

/** `npm run check`: everything about the source that needs no database, chain or browser. */
const { values } = parseArgs({ options: { report: { type: 'string' } } })

const bin = (path: string) => resolve('node_modules', path)

/** The generated client is older than the schema after a pull. */
function clientIsStale(): boolean {
  const client = 'lib/platform/prisma/client.ts'
  return !existsSync(client) || statSync(client).mtimeMs < statSync('prisma/schema.prisma').mtimeMs
}

const unitArgs = [bin('vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=default']
if (values.report) unitArgs.push('--reporter=json', `--outputFile.json=${resolve(values.report)}`)

const PARTS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ['lint', [bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=warn', '--error-on-warnings', '.']],
  ['structure', ['scripts/check-structure.ts']],
  ['cycles', ['scripts/check-cycles.ts']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['unit', unitArgs],
]

/** What a person wants to see of a part that passed. */
function remarkOf({ name, ok, output }: PartResult): string {
  if (ok && name === 'structure') return output.split('\n').at(-1) ?? ''
  if (ok && name === 'unit') return /Tests\s.*?(\d+ passed)/.exec(output)?.[1] ?? ''
  return ''
}

const env = { ...process.env, NO_COLOR: '1' }
const results: PartResult[] = []
if (clientIsStale()) results.push(await runPart('client', ['scripts/prisma.mjs', 'generate'], env))

// Two at a time: the machine this is measured on has two cores.
const queue = [...PARTS]
async function lane(): Promise<void> {
  for (let part = queue.shift(); part; part = queue.shift()) {
    const result = await runPart(part[0], part[1], env)
    tellPart(result, remarkOf(result))
    results.push(result)
  }
}
await Promise.all([lane(), lane()])

const failed = results.filter((result) => !result.ok).map((result) => result.name)
if (failed.length > 0) console.log(`check failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
