import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { followProgress, progressIn, progressLine } from './seed-progress.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verso-progress-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('tells marked lines and no others, and keeps half a line for later', () => {
  const text = `a warning of Node\n${progressLine('Two Inks: 24 works hang')}\n    at main\n${progressLine('Tw')}`
  const { lines, read } = progressIn(text)
  expect(lines).toEqual(['Two Inks: 24 works hang'])
  expect(Buffer.from(text).subarray(read).toString()).toBe(progressLine('Tw'))
})

it('follows a log from where it was, to the last line', () => {
  const log = join(folder, 'seed.log')
  writeFileSync(log, `${progressLine('of an earlier start')}\n`)
  const told: string[] = []
  const end = followProgress(log, (line) => told.push(line))
  appendFileSync(log, `${progressLine('“Low Water” is begun')}\n${progressLine('The demo is ready.')}\n`)
  end()
  expect(told).toEqual(['“Low Water” is begun', 'The demo is ready.'])
})

it('follows a log that is not there yet', () => {
  const log = join(folder, 'none.log')
  const told: string[] = []
  const end = followProgress(log, (line) => told.push(line))
  writeFileSync(log, `${progressLine('The demo is ready.')}\n`)
  end()
  expect(told).toEqual(['The demo is ready.'])
})
