import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.ts'
import { runForgeTests } from './contracts.ts'
import { NamedFailure, tellFailure } from './failure.ts'
import { benchCounts, type Counts, playwrightCounts, settle, vitestCounts } from './test-reports.ts'

/** `npm test`: check, contracts, integration, stories in a browser; one closing line over all of them. */
const root = resolve(import.meta.dirname, '..')
const reports = resolve(root, 'node_modules/.cache/verso/reports')
const report = (name: string) => resolve(reports, `${name}.json`)
const bin = (path: string) => resolve(root, 'node_modules', path)

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, 'install-browser': { type: 'boolean' } },
})

/** Runs a program with its output passed through, and kept when asked for. */
function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ endedWell: boolean; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    process.stdout.write(chunk)
  })
  return new Promise((settled) => {
    child.once('close', (code) =>
      settled({ endedWell: code === 0, output: Buffer.concat(chunks).toString() }),
    )
  })
}

async function unit(): Promise<Counts> {
  const { endedWell, output } = await run(['scripts/check.ts', '--report', report('unit')])
  return vitestCounts(report('unit'), endedWell, output)
}

async function contracts(): Promise<Counts> {
  return settle(await runForgeTests(), true)
}

async function integration(): Promise<Counts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('integration')}`]
  const { endedWell, output } = await run([
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    'integration',
    ...reporters,
  ])
  return vitestCounts(report('integration'), endedWell, output)
}

async function e2e(): Promise<Counts> {
  const install = Boolean(process.env.CI) || Boolean(values['install-browser'])
  const browser = findBrowser({ given: process.env.PLAYWRIGHT_CHROMIUM, install })
  const { endedWell } = await run([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e'),
  })
  return playwrightCounts(report('e2e'), endedWell)
}

const QUICK_BENCHES = [
  'ballots',
  'bundle',
  'duels',
  'gas',
  'log',
  'outage',
  'pages',
  'provenance',
  'router',
  'tally',
] as const

async function bench(): Promise<Counts> {
  const total = { passed: 0, failed: 0, names: [] as string[] }
  for (const name of QUICK_BENCHES) {
    const args = ['--conditions=react-server', 'bench/run.ts', name, '--quick', '--json']
    const { endedWell, output } = await run(args)
    const counts = benchCounts(output, endedWell)
    total.passed += counts.passed
    total.failed += counts.failed
    total.names.push(...(counts.names ?? []).map((bar) => `${name}: ${bar}`))
  }
  return total
}

const PARTS: Record<string, () => Promise<Counts>> = { unit, contracts, integration, e2e, bench }

function chosenParts(): string[] {
  const only = (values.only ?? []).flatMap((list) => list.split(','))
  const unknown = only.filter((name) => !(name in PARTS))
  if (unknown.length > 0)
    throw new NamedFailure(
      `There is no part ${unknown.join(', ')}.`,
      `Parts: ${Object.keys(PARTS).join(', ')}`,
    )
  return Object.keys(PARTS).filter((name) => only.length === 0 || only.includes(name))
}

/** A part that cannot even start is one failure, and the others still run. */
async function countsOf(name: string): Promise<Counts> {
  try {
    return (await PARTS[name]?.()) ?? { passed: 0, failed: 1 }
  } catch (error) {
    tellFailure(error)
    return { passed: 0, failed: 1 }
  }
}

async function main(): Promise<void> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0 }
  const lines: string[] = []
  for (const name of chosenParts()) {
    console.log(`\n── ${name} ──`)
    const began = performance.now()
    const { passed, failed, names = [] } = await countsOf(name)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    lines.push(`${name.padEnd(12)} ${passed} passed, ${failed} failed in ${seconds} s`)
    lines.push(...names.map((failure) => `  failed: ${failure}`))
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

await main().catch((error: unknown) => {
  tellFailure(error)
  process.exitCode = 1
})
