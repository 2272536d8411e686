import { expect, it } from 'vitest'
import { cpuOfKeys, type TraceEvent } from './key-trace.ts'

const MAIN = 1
const DRAWING = 2

/** A span, times in milliseconds; its CPU is as long as it is. */
const span = (name: string, from: number, ms: number, tid = MAIN): TraceEvent => ({
  name,
  ph: 'X',
  pid: 7,
  tid,
  ts: from * 1_000,
  dur: ms * 1_000,
  tdur: ms * 1_000,
})
const key = (at: number): TraceEvent => ({
  ...span('EventDispatch', at, 1),
  args: { data: { type: 'keydown' } },
})
const pressed = [key(10), span('RunTask', 10, 4), span('RunTask', 15, 3), span('Commit', 17, 1)]

it('counts what ran until the frame of a key is committed, and drawing that', () => {
  const drawn = [span('RasterTask', 18, 2, DRAWING), span('ImageDecodeTask', 20, 5, DRAWING)]
  expect(cpuOfKeys([...pressed, ...drawn])).toEqual([4 + 3 + 2 + 5])
})

it('leaves what ran before the key, and what is drawn after the next commit', () => {
  const before = [span('RunTask', 1, 6), span('RasterTask', 8, 1, DRAWING)]
  const after = [
    span('RunTask', 30, 5),
    span('Commit', 34, 1),
    span('ImageDecodeTask', 40, 9, DRAWING),
    span('RasterTask', 50, 9, DRAWING),
  ]
  expect(cpuOfKeys([...before, ...pressed, span('RasterTask', 18, 2, DRAWING), ...after])).toEqual([
    4 + 3 + 2,
  ])
})

it('leaves what is drawn long after, and what another process does', () => {
  const other = { ...span('RasterTask', 18, 2, DRAWING), pid: 8 }
  expect(cpuOfKeys([...pressed, other, span('RasterTask', 118, 2, DRAWING)])).toEqual([4 + 3])
})

it('tells of a key that nothing was painted for', () => {
  expect(() => cpuOfKeys([key(10), span('RunTask', 10, 4)])).toThrow('answered with no frame')
})
