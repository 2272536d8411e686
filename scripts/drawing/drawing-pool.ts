import { availableParallelism } from 'node:os'
import type { Draw, Drawn } from '#lib/generation/providers/procedural.ts'
import { openThreadPool } from '#scripts/threads/thread-pool.ts'

const THREAD = new URL('./draw-thread.ts', import.meta.url)

/** Draws in threads: a picture keeps a processor busy for most of a second. */
export function openDrawingPool(size = Math.min(4, availableParallelism())): {
  draw: Draw
  close(): Promise<void>
} {
  const { run, close } = openThreadPool<Parameters<Draw>[0], Drawn>(THREAD, size)
  return { draw: (commission) => run(commission), close }
}
