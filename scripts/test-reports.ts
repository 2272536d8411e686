import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** `names`: which failed and why, so that the end of a long output says it again. */
export type Counts = { passed: number; failed: number; names?: string[] }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  success: boolean
  testResults?: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}
type PlaywrightSuite = {
  title: string
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    tests?: {
      projectName: string
      status: string
      results?: { errors?: { message?: string; location?: { file: string; line: number } }[] }[]
    }[]
  }[]
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

/** The first lines of what went wrong, without the colours of a terminal. */
function reason(text = ''): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.slice(0, 6).join(' ¦ ').slice(0, 500)
}

function withReasons(name: string, reasons: string[]): string {
  return [name, ...reasons.filter((text) => text !== '')].join('\n      ')
}

function read<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** What is printed of errors that no test threw, and of checks that are no tests: the report does not name them. */
function unhandled(output: string): string[] {
  const plain = stripVTControlCharacters(output)
  const checks = plain.match(/^check failed: .*$/m) ?? []
  const at = plain.search(/^.*Unhandled (Errors?|Rejection)/m)
  return [...checks, ...(at < 0 ? [] : [withReasons('outside all tests', [reason(plain.slice(at))])])]
}

export function vitestCounts(file: string, endedWell: boolean, output = ''): Counts {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const names = (report.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages = [] }) => withReasons(fullName, failureMessages.map(reason)))
    const outside = status === 'failed' && failed.length === 0
    return outside ? [withReasons(`${basename(name)}, outside its tests`, [reason(message)])] : failed
  })
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests }
  return settle({ ...counts, names: [...names, ...unhandled(output)] }, endedWell && report.success)
}

function failedStories({ title, suites = [], specs = [] }: PlaywrightSuite): string[] {
  const here = specs.flatMap((spec) =>
    (spec.tests ?? [])
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results = [] }) => {
        const errors = results.flatMap((result) => result.errors ?? [])
        const reasons = errors.map(({ message, location }) =>
          location
            ? `${reason(message)} (line ${location.line} of ${basename(location.file)})`
            : reason(message),
        )
        return withReasons(`[${projectName}] ${title} › ${spec.title}`, reasons)
      }),
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
