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

it('names what failed', () => {
  const testResults = [
    {
      assertionResults: [
        { fullName: 'a tree grows', status: 'failed' },
        { fullName: 'a leaf falls', status: 'passed' },
      ],
    },
  ]
  const report = { numPassedTests: 1, numFailedTests: 1, success: false, testResults }
  expect(vitestCounts(file(report), false).names).toEqual(['a tree grows'])
  const specs = [
    { title: 'a visitor looks', tests: [{ projectName: 'phone', status: 'unexpected' }] },
    { title: 'a visitor leaves', tests: [{ projectName: 'phone', status: 'expected' }] },
  ]
  const suites = [{ title: 'first-visit.spec.ts', suites: [{ title: 'at night', specs }] }]
  const stats = { expected: 1, unexpected: 1, flaky: 0 }
  expect(playwrightCounts(file({ stats, errors: [], suites }), false).names).toEqual([
    '[phone] at night › a visitor looks',
  ])
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
