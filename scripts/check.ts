import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureClient } from './prisma-client.ts'
import { type PartResult, runPart, tellPart } from './run-part.ts'

/** `npm run check`: everything about the source that needs no database, chain or browser. */
const { values } = parseArgs({ options: { report: { type: 'string' } } })

const bin = (path: string) => resolve('node_modules', path)

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

ensureClient()
const env = { ...process.env, NO_COLOR: '1' }
const results: PartResult[] = []

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
