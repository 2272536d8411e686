import { existsSync, readFileSync } from 'node:fs'

export type Counts = { passed: number; failed: number }

type VitestReport = { numPassedTests: number; numFailedTests: number; success: boolean }
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** A part that ended badly without a failed test, or ran none, counts as one failure. */
export function settle({ passed, failed }: Counts, endedWell: boolean): Counts {
  const quiet = failed === 0 && (!endedWell || passed === 0)
  return { passed, failed: quiet ? 1 : failed }
}

function read<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

export function vitestCounts(file: string, endedWell: boolean): Counts {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests }
  return settle(counts, endedWell && report.success)
}

/** A flaky test passed only by a second try: it counts as failed. */
export function playwrightCounts(file: string, endedWell: boolean): Counts {
  const report = read<PlaywrightReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return settle({ passed: expected, failed: unexpected + flaky }, endedWell && report.errors.length === 0)
}

type BenchReport = { bars: Record<string, { value: number; bar: number; holds: boolean }> }

/** The last line of a bench with --json: each bar is one test. */
export function benchCounts(output: string, endedWell: boolean): Counts {
  const line = output.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) return { passed: 0, failed: 1 }
  const bars = Object.values((JSON.parse(line) as BenchReport).bars)
  const passed = bars.filter((bar) => bar.holds).length
  return settle({ passed, failed: bars.length - passed }, endedWell)
}
