import type { Db } from '#lib/platform/db.ts'
import type { ServerEvent } from '#lib/platform/event-stream.ts'
import type { ProgressBell } from './progress-bell.ts'
import { progressAfter } from './progress-of-brief.ts'

type Following = { db: Db; bell: ProgressBell; briefId: string; after: number; signal: AbortSignal }

/**
 * What happens to the pictures of a brief after a sequence, in order and each once: `picture` events with their
 * sequence as id, then `settled` when none can change any more. Ends at the signal.
 */
export async function* followBrief(following: Following): AsyncGenerator<ServerEvent> {
  const { db, bell, briefId, signal } = following
  let { after } = following
  while (!signal.aborted) {
    const { events, settled } = await progressAfter(db, briefId, after)
    for (const { sequence, picture } of events) {
      yield { id: sequence, event: 'picture', data: picture }
      after = sequence
    }
    if (settled) {
      yield { event: 'settled', data: {} }
      return
    }
    await bell.beyond(briefId, after, signal)
  }
}
