import type { ErrorCode } from './error-copy.ts'
import { AppError } from './errors.ts'

/** Streams that are open in this process; each process defends itself. */
export type StreamLimit = {
  /**
   * Takes a place; the function that comes back gives it up, once.
   * @throws AppError too-many-streams, or the code that was asked for
   */
  open(client: string): () => void
}

export function streamLimit(
  { perClient, inAll }: { perClient: number; inAll: number },
  code: ErrorCode = 'too-many-streams',
): StreamLimit {
  const held = new Map<string, number>()
  let total = 0
  return {
    open(client) {
      const mine = held.get(client) ?? 0
      if (mine >= perClient || total >= inAll) throw new AppError(code)
      held.set(client, mine + 1)
      total += 1
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        total -= 1
        const left = (held.get(client) ?? 1) - 1
        if (left === 0) held.delete(client)
        else held.set(client, left)
      }
    },
  }
}
