import { lastEventsOf } from '#lib/generation/data.ts'
import { db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { eventStream, lastEventId } from '#lib/platform/event-stream.ts'
import { logger } from '#lib/platform/logger.ts'
import { clientOf } from '#lib/platform/route.ts'
import { type StreamLimit, streamLimit } from '#lib/platform/stream-limit.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { followBrief } from './follow-brief.ts'
import { type ProgressBell, progressBell } from './progress-bell.ts'
import { findBriefPlace, progressAfter } from './progress-of-brief.ts'

/** A browser opens at most six connections to one host; a household of them is still no crowd. */
const LIMITS = { perClient: 16, inAll: 500 }

const held = globalThis as { versoStreams?: { bell: ProgressBell; limit: StreamLimit } }

function streams() {
  held.versoStreams ??= {
    bell: progressBell({
      ask: (ids) => lastEventsOf(db(), ids),
      onError: (error) => logger().warn({ err: error }, 'progress could not be read'),
    }),
    limit: streamLimit(LIMITS),
  }
  return held.versoStreams
}

type Asked = { roundId: string; digest: Bytes32; after: number }

/**
 * The progress of a brief as server-sent events: after the client's `Last-Event-ID`, else after `after`. 204
 * where nothing is left to tell, which ends a browser's own reconnecting.
 * @throws AppError not-found, too-many-streams
 */
export async function progressStream(
  request: Request,
  { roundId, digest, after: asked }: Asked,
): Promise<Response> {
  const place = await findBriefPlace(db(), roundId, digest)
  if (!place) throw new AppError('not-found')
  const after = Math.min(lastEventId(request.headers) ?? asked, place.lastEvent)
  const { events, settled } = await progressAfter(db(), place.id, after)
  if (settled && events.length === 0) return new Response(null, { status: 204 })
  const { bell, limit } = streams()
  const onEnd = limit.open(clientOf(request))
  return eventStream((signal) => followBrief({ db: db(), bell, briefId: place.id, after, signal }), {
    signal: request.signal,
    onEnd,
  })
}
