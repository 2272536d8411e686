import { env } from '#lib/platform/env.ts'
import { logger } from '#lib/platform/logger.ts'
import { openQueue, type Queue } from '#lib/platform/queue.ts'
import type { Ring } from './generation-services.ts'

type Bells = Queue<'render' | 'admit'>

const held = globalThis as { versoBells?: Promise<Bells> }

function bells(): Promise<Bells> {
  held.versoBells ??= openQueue(env().DATABASE_URL, ['render', 'admit'] as const, logger(), { works: false })
  held.versoBells.catch(() => {
    delete held.versoBells
  })
  return held.versoBells
}

/** Rings from a request. A bell that does not ring is no harm: the sweeper finds the task in its table. */
export const webRing: Ring = async (job, taskId, afterSeconds = 0) => {
  try {
    await (await bells()).enqueue(job, taskId, { afterSeconds })
  } catch (error) {
    logger().warn({ err: error, job, taskId }, 'the bell did not ring')
  }
}
