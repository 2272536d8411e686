import { existsSync, readFileSync } from 'node:fs'

/** `names`: which failed, so that the end of a long output says it again. */
export type Counts = { passed: number; failed: number; names?: string[] }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  success: boolean
  testResults?: { assertionResults: { fullName: string; status: string }[] }[]
}
type PlaywrightSuite = {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests?: { projectName: string; status: string }[] }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
  suites?: PlaywrightSuite[]
}

/** A part that ended badly without a failed test, or ran none, counts as one failure. */
export function settle({ passed, failed, names = [] }: Counts, endedWell: boolean): Counts {
  const quiet = failed === 0 && (!endedWell || passed === 0)
  return { passed, failed: quiet ? 1 : failed, ...(names.length > 0 && { names }) }
}

function read<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

export function vitestCounts(file: string, endedWell: boolean): Counts {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const names = (report.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests, names }
  return settle(counts, endedWell && report.success)
}

function failedStories({ title, suites = [], specs = [] }: PlaywrightSuite): string[] {
  const here = specs.flatMap((spec) =>
    (spec.tests ?? [])
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${title} › ${spec.title}`),
  )
  return [...here, ...suites.flatMap(failedStories)]
}

/** A flaky test passed only by a second try: it counts as failed. */
export function playwrightCounts(file: string, endedWell: boolean): Counts {
  const report = read<PlaywrightReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  const names = (report.suites ?? []).flatMap(failedStories)
  return settle(
    { passed: expected, failed: unexpected + flaky, names },
    endedWell && report.errors.length === 0,
  )
}

type BenchReport = { bars: Record<string, { value: number; bar: number; holds: boolean }> }

/** The last line of a bench with --json: each bar is one test. */
export function benchCounts(output: string, endedWell: boolean): Counts {
  const line = output.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) return { passed: 0, failed: 1 }
  const bars = Object.entries((JSON.parse(line) as BenchReport).bars)
  const names = bars.filter(([, bar]) => !bar.holds).map(([name]) => name)
  return settle({ passed: bars.length - names.length, failed: names.length, names }, endedWell)
}
