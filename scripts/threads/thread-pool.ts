import { availableParallelism } from 'node:os'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { Answered, Order } from './answer-orders.ts'

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

type Thread = { worker: Worker; waiting: Map<number, Waiting> }

/** Threads that all run one program. */
export type ThreadPool<Task, Answer> = {
  /** Hands a task to the least busy thread. @param move buffers that the thread takes over */
  run(task: Task, move?: ArrayBuffer[]): Promise<Answer>
  close(): Promise<void>
}

function startThread(program: URL, resourceLimits: ResourceLimits, onEnd: (thread: Thread) => void): Thread {
  const thread: Thread = { worker: new Worker(program, { resourceLimits }), waiting: new Map() }
  const end = (reason: string) => {
    for (const { reject } of thread.waiting.values()) reject(new Error(reason))
    thread.waiting.clear()
    onEnd(thread)
  }
  thread.worker.on('message', (message: Answered) => {
    const waiting = thread.waiting.get(message.id)
    thread.waiting.delete(message.id)
    if (thread.waiting.size === 0) thread.worker.unref()
    if ('failed' in message) waiting?.reject(new Error(message.failed))
    else waiting?.resolve(message.answer)
  })
  thread.worker.on('error', (error: Error) => end(error.message))
  thread.worker.on('exit', () => end('the thread ended'))
  return thread
}

/**
 * Work in threads, so that the process beside them goes on answering. Threads start when they are needed, and one
 * that dies is replaced.
 * @param limits memory of each thread
 * @param program a file that calls `answerOrders` with a function from `Task` to `Answer`
 */
export function openThreadPool<Task, Answer>(
  program: URL,
  size = availableParallelism(),
  limits: ResourceLimits = {},
): ThreadPool<Task, Answer> {
  const threads = new Set<Thread>()
  let lastId = 0
  function leastBusy(): Thread {
    const [first] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
    if (first && (first.waiting.size === 0 || threads.size >= size)) return first
    const thread = startThread(program, limits, (ended) => threads.delete(ended))
    threads.add(thread)
    return thread
  }
  return {
    run: (task, move = []) =>
      new Promise<Answer>((resolve, reject) => {
        const thread = leastBusy()
        lastId += 1
        // The program answers tasks of this pool with this type; nothing crosses the boundary but its answers.
        thread.waiting.set(lastId, { resolve: (answer) => resolve(answer as Answer), reject })
        thread.worker.ref()
        thread.worker.postMessage({ id: lastId, task } satisfies Order<Task>, move)
      }),
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
