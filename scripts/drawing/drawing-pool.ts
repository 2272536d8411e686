import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Draw, Drawn } from '#lib/generation/providers/procedural.ts'
import type { Delivered, Order } from './draw-thread.ts'

type Waiting = { resolve(drawing: Drawn): void; reject(error: Error): void }

type Thread = { worker: Worker; waiting: Map<number, Waiting> }

const THREAD = new URL('./draw-thread.ts', import.meta.url)

function startThread(onEnd: (thread: Thread) => void): Thread {
  const thread: Thread = { worker: new Worker(THREAD), waiting: new Map() }
  const end = (reason: string) => {
    for (const { reject } of thread.waiting.values()) reject(new Error(reason))
    thread.waiting.clear()
    onEnd(thread)
  }
  thread.worker.on('message', (message: Delivered) => {
    const waiting = thread.waiting.get(message.id)
    thread.waiting.delete(message.id)
    if (thread.waiting.size === 0) thread.worker.unref()
    if ('failed' in message) waiting?.reject(new Error(message.failed))
    else waiting?.resolve(message.drawing)
  })
  thread.worker.on('error', (error: Error) => end(error.message))
  thread.worker.on('exit', () => end('the drawing thread ended'))
  return thread
}

/**
 * Draws in threads, so that the process beside them goes on answering: a picture keeps a processor busy for
 * most of a second. Threads start when they are needed, and one that dies is replaced.
 */
export function openDrawingPool(size = Math.min(4, availableParallelism())): {
  draw: Draw
  close(): Promise<void>
} {
  const threads = new Set<Thread>()
  let lastId = 0
  function leastBusy(): Thread {
    const byLoad = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
    const [first] = byLoad
    if (first && (first.waiting.size === 0 || threads.size >= size)) return first
    const thread = startThread((ended) => threads.delete(ended))
    threads.add(thread)
    return thread
  }
  return {
    draw: (commission) =>
      new Promise((resolve, reject) => {
        const thread = leastBusy()
        lastId += 1
        thread.waiting.set(lastId, { resolve, reject })
        thread.worker.ref()
        thread.worker.postMessage({ id: lastId, commission } satisfies Order)
      }),
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
