import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { benchCounts, playwrightCounts, vitestCounts } from './test-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-reports-'))
const file = (report: object) => {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, JSON.stringify(report))
  return path
}

it.each([
  ['all passed', { numPassedTests: 3, numFailedTests: 0, success: true }, true, { passed: 3, failed: 0 }],
  ['one failed', { numPassedTests: 2, numFailedTests: 1, success: false }, false, { passed: 2, failed: 1 }],
  [
    'ended badly without a failed test',
    { numPassedTests: 2, numFailedTests: 0, success: true },
    false,
    { passed: 2, failed: 1 },
  ],
  ['ran nothing', { numPassedTests: 0, numFailedTests: 0, success: true }, true, { passed: 0, failed: 1 }],
])('vitest: %s', (_name, report, endedWell, counts) => {
  expect(vitestCounts(file(report), endedWell)).toEqual(counts)
})

it('a missing report is a failure', () => {
  expect(vitestCounts(join(folder, 'none'), true)).toEqual({ passed: 0, failed: 1 })
  expect(playwrightCounts(join(folder, 'none'), true)).toEqual({ passed: 0, failed: 1 })
})

it('counts a flaky story as failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1 }
  expect(playwrightCounts(file({ stats, errors: [] }), false)).toEqual({ passed: 4, failed: 2 })
})

it('names what failed, and why', () => {
  const testResults = [
    {
      name: '/lib/tree.test.ts',
      status: 'failed',
      assertionResults: [
        {
          fullName: 'a tree grows',
          status: 'failed',
          failureMessages: ['Error: no rain\n\n    at tree.ts:4'],
        },
        { fullName: 'a leaf falls', status: 'passed' },
      ],
    },
    {
      name: '/lib/lake.test.ts',
      status: 'failed',
      message: 'Hook timed out in 60000ms.',
      assertionResults: [{ fullName: 'a lake fills', status: 'skipped' }],
    },
  ]
  const report = { numPassedTests: 1, numFailedTests: 1, success: false, testResults }
  expect(vitestCounts(file(report), false).names).toEqual([
    'a tree grows\n      Error: no rain ¦ at tree.ts:4',
    'lake.test.ts, outside its tests\n      Hook timed out in 60000ms.',
  ])
  const errors = [{ message: '\u001b[31mError: dark\u001b[39m', location: { file: '/e2e/look.ts', line: 7 } }]
  const specs = [
    {
      title: 'a visitor looks',
      tests: [{ projectName: 'phone', status: 'unexpected', results: [{ errors }] }],
    },
    { title: 'a visitor leaves', tests: [{ projectName: 'phone', status: 'expected' }] },
  ]
  const suites = [{ title: 'first-visit.spec.ts', suites: [{ title: 'at night', specs }] }]
  const stats = { expected: 1, unexpected: 1, flaky: 0 }
  expect(playwrightCounts(file({ stats, errors: [], suites }), false).names).toEqual([
    '[phone] at night › a visitor looks\n      Error: dark (line 7 of look.ts)',
  ])
})

it('says what went wrong outside all tests', () => {
  const output = '\u001b[31m⎯⎯ Unhandled Errors ⎯⎯\u001b[39m\n\nerror: the connection ended\n  ❯ pool.js:4\n'
  const report = { numPassedTests: 4, numFailedTests: 0, success: true }
  expect(vitestCounts(file(report), false, output)).toEqual({
    passed: 4,
    failed: 1,
    names: ['outside all tests\n      ⎯⎯ Unhandled Errors ⎯⎯ ¦ error: the connection ended ¦ ❯ pool.js:4'],
  })
})

it('names the checks that failed beside the tests', () => {
  const output = '✗ lint 8.7 s\n✓ unit 205.0 s\ncheck failed: lint\n'
  const report = { numPassedTests: 4, numFailedTests: 0, success: true }
  expect(vitestCounts(file(report), false, output).names).toEqual(['check failed: lint'])
})

it('reads the bars of a bench from its last line', () => {
  const bars = { a: { value: 1, bar: 2, holds: true }, b: { value: 3, bar: 2, holds: false } }
  expect(benchCounts(`a table\n${JSON.stringify({ name: 'gas', figures: {}, bars })}\n`, false)).toEqual({
    passed: 1,
    failed: 1,
    names: ['b'],
  })
  expect(benchCounts('no json', true)).toEqual({ passed: 0, failed: 1 })
})
