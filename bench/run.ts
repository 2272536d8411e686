import { execFileSync } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, BenchResult } from './result.ts'

const benches: Record<string, () => Promise<Bench>> = {
  ballots: () => import('./ballots.ts'),
  bundle: () => import('./bundle.ts'),
  duels: () => import('./duels.ts'),
  gas: () => import('./gas.ts'),
  intake: () => import('./intake.ts'),
  log: () => import('./log.ts'),
  outage: () => import('./outage.ts'),
  pages: () => import('./pages.ts'),
  provenance: () => import('./provenance.ts'),
  tally: () => import('./tally.ts'),
  router: () => import('./router.ts'),
  table: () => import('./table.ts'),
  wall: () => import('./wall.ts'),
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

function commit(): string {
  try {
    const hash = git('rev-parse', '--short', 'HEAD')
    return git('status', '--porcelain') === '' ? hash : `${hash} with changes`
  } catch {
    return 'unknown'
  }
}

function printHeader(): void {
  const load = loadavg().map((value) => value.toFixed(2))
  console.log(`Node ${process.version} · commit ${commit()}`)
  console.log(`load ${load.join(' ')} on ${availableParallelism()} cores`)
}

function print({ name, figures, bars }: BenchResult): void {
  const width = Math.max(...[...Object.keys(figures), ...Object.keys(bars)].map((key) => key.length))
  console.log(`\n${name}`)
  for (const [key, value] of Object.entries(figures)) {
    console.log(`  ${key.padEnd(width)}  ${value.toLocaleString('en').padStart(12)}`)
  }
  console.log('\nbars')
  for (const [key, { value, bar, holds }] of Object.entries(bars)) {
    const [measured, limit] = [value, bar].map((number) => number.toLocaleString('en').padStart(12))
    console.log(`  ${key.padEnd(width)}  ${measured} of ${limit}  ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})
const load = benches[positionals[0] ?? '']
if (load === undefined) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--quick] [--json]`)
  process.exitCode = 64
} else {
  printHeader()
  const bench = await load()
  const result = await bench.run({ quick: values.quick })
  print(result)
  const held = Object.values(result.bars).every(({ holds }) => holds)
  if (values.json) console.log(JSON.stringify(result))
  process.exitCode = held ? 0 : 1
}
