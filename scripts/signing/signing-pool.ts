import type { SignedPicture, SignPicture, Unsigned } from '#lib/provenance/port.ts'
import { openThreadPool, type ThreadPool } from '#scripts/threads/thread-pool.ts'
import type { FolderOrder } from './sign-thread.ts'

const THREAD = new URL('./sign-thread.ts', import.meta.url)
/** The engine keeps some memory of every picture: a thread ends after so many, and a new one begins. */
const PICTURES_PER_THREAD = 200
/** A hundred times what a picture takes: whoever sends something that takes longer does so on purpose. */
const LONGEST_MS = 20_000

type Thread = { pool: ThreadPool<FolderOrder, SignedPicture | Unsigned>; taken: number; open: number }
type Options = { picturesPerThread?: number; longestMs?: number; program?: URL }

const openThread = (program: URL): Thread => ({ pool: openThreadPool(program, 1), taken: 0, open: 0 })

/**
 * Signs in a thread of its own, one picture after another.
 * @param dataDir where the credentials are; see `ensureCredentials`
 */
export function openSigningPool(
  dataDir: string,
  { picturesPerThread = PICTURES_PER_THREAD, longestMs = LONGEST_MS, program = THREAD }: Options = {},
): { sign: SignPicture; close(): Promise<void> } {
  let current = openThread(program)
  const closeIfDone = async (thread: Thread) => {
    if (thread !== current && thread.open === 0) await thread.pool.close()
  }
  function threadForNext(): Thread {
    if (current.taken >= picturesPerThread) current = openThread(program)
    current.taken += 1
    current.open += 1
    return current
  }
  return {
    async sign(order) {
      const thread = threadForNext()
      // Whoever waits behind it fails with it, and is stored unsigned rather than late.
      const tooLong = setTimeout(() => void thread.pool.close(), longestMs)
      try {
        return await thread.pool.run({ ...order, dataDir })
      } catch (error) {
        // An engine that failed may be in any state; whoever comes next gets a new one.
        thread.taken = picturesPerThread
        throw error
      } finally {
        clearTimeout(tooLong)
        thread.open -= 1
        await closeIfDone(thread)
      }
    },
    close: () => current.pool.close(),
  }
}
