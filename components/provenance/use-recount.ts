'use client'

import { useCallback } from 'react'
import type { Recount, RecountProgress, RecountRequest } from './recount.ts'
import { startRecountThread } from './recount-thread.ts'
import { type ThreadState, useThread } from './use-thread.ts'

export type RecountState = ThreadState<RecountProgress, Recount>

/** The public record of a round as this page asks for it: paths on this origin. */
export type RecordPlace = Omit<RecountRequest, 'rpcUrl' | 'bundleUrl'> & { works: 'none' | 'winners' }

const AT_START: RecountProgress = { kind: 'fetching', bytes: 0 }

/** Counts a round again in a thread of its own. */
export function useRecount({ roundId, collection, works }: RecordPlace) {
  const { state, start: startThread } = useThread<RecountRequest, RecountProgress, Recount>(
    startRecountThread,
  )
  const start = useCallback(() => {
    const { origin } = window.location
    const request: RecountRequest = {
      bundleUrl: `${origin}/api/v1/rounds/${roundId}/bundle?works=${works}`,
      rpcUrl: `${origin}/rpc`,
      roundId,
      collection,
    }
    startThread(request, AT_START)
  }, [roundId, collection, works, startThread])

  return { state, start }
}
