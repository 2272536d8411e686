import type { TraceEvent } from '#bench/table/key-trace.ts'

/** Where the browser tells of frames that it drew and of frames that it could not draw in time. */
export const FRAME_CATEGORIES = ['disabled-by-default-devtools.timeline.frame']

/** The frames of a page that came to the screen, and those that the browser says it dropped. */
export function countFrames(trace: readonly TraceEvent[]): { drawn: number; dropped: number } {
  const named = (name: string) => trace.filter((event) => event.name === name).length
  const drawn = named('DrawFrame')
  if (drawn === 0) throw new Error('a page was scrolled and drew no frame')
  return { drawn, dropped: named('DroppedFrame') }
}
