export type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  /** Beginning, wall time and CPU time in microseconds. */
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { type?: string } }
}

export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/** A frame is drawn within this time of its commit, and before the next: the browser takes no other until it is. */
const DRAWN_WITHIN_US = 100_000
const DRAWING = new Set(['RasterTask', 'ImageDecodeTask'])

const isKey = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'keydown'
const cpuMs = (spans: readonly TraceEvent[]) => spans.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000

/**
 * CPU in ms that each key cost the page: its main thread until the key's frame is committed, and drawing that. What the
 * page does afterwards (the picture after the next is decoded in advance) is not waited for.
 */
export function cpuOfKeys(trace: readonly TraceEvent[]): number[] {
  const spans = trace.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts)
  const keys = spans.filter(isKey)
  const ofPage = spans.filter(({ pid }) => pid === keys[0]?.pid)
  const main = ofPage.filter(({ tid }) => tid === keys[0]?.tid)
  const tasks = main.filter(({ name }) => name === 'RunTask')
  const commits = main.filter(({ name }) => name === 'Commit')
  const drawing = ofPage.filter(({ name }) => DRAWING.has(name))
  return keys.map((key) => {
    const [commit, next] = commits.filter(({ ts }) => ts >= key.ts)
    if (!commit) throw new Error('a key was answered with no frame')
    const ran = tasks.filter(({ ts, dur = 0 }) => ts + dur > key.ts && ts <= commit.ts)
    const end = Math.min(commit.ts + DRAWN_WITHIN_US, next?.ts ?? Number.POSITIVE_INFINITY)
    const drawn = drawing.filter(({ ts }) => ts >= commit.ts && ts < end)
    return cpuMs([...ran, ...drawn])
  })
}
