'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTellAnswered } from '#components/ui/connection.ts'
import { keepAsking } from '#components/ui/keep-asking.ts'
import type { LogFacts, LogProgress, LogView } from './log-follower.ts'
import type { LogAnswer, LogRequest } from './log-worker.ts'

export type LogState = {
  /** The last that was read and checked. */
  view: LogView | null
  /** While leaves are read for the first time. */
  progress: LogProgress | null
  /** Code of the last question that got no answer. */
  unanswered: string | null
}

const EVERY_MS = 4000
const NOTHING: LogState = { view: null, progress: null, unanswered: null }

type Told = (answer: LogAnswer) => void

/** A thread that follows the log, and one question at a time for it. */
function startFollowing(facts: LogFacts, told: Told) {
  const worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' })
  const post = (request: LogRequest) => worker.postMessage(request)
  let settle: { resolve: () => void; reject: (reason: Error) => void } | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => {
    told(data)
    if (data.kind === 'view') settle?.resolve()
    if (data.kind === 'unanswered') settle?.reject(new Error(data.code))
  })
  worker.addEventListener('error', () => {
    told({ kind: 'unanswered', code: 'log-unreadable' })
    settle?.reject(new Error('log-unreadable'))
  })
  post({ kind: 'begin', origin: window.location.origin, facts })
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      settle = { resolve, reject }
      post({ kind: 'ask' })
    })
  return { ask, end: () => worker.terminate() }
}

const next = (before: LogState, answer: LogAnswer): LogState => {
  if (answer.kind === 'progress') return { ...before, progress: answer.progress }
  if (answer.kind === 'view') return { view: answer.view, progress: null, unanswered: null }
  return { ...before, progress: null, unanswered: answer.code }
}

/**
 * Follows a round's log in a thread of its own: once, or again and again while it can grow and somebody looks.
 * @param facts the same object for as long as the round is the same
 */
export function useLog(facts: LogFacts, live: boolean) {
  const [state, setState] = useState<LogState>(NOTHING)
  const [turn, setTurn] = useState(0)
  useTellAnswered(state.unanswered === null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn begins anew
  useEffect(() => {
    const { ask, end } = startFollowing(facts, (answer) => setState((before) => next(before, answer)))
    const first = ask().catch(() => {})
    let stop = () => {}
    let ended = false
    first.then(() => {
      if (!ended && live) stop = keepAsking({ ask, everyMs: EVERY_MS, told: () => {} })
    })
    return () => {
      ended = true
      stop()
      end()
    }
  }, [facts, live, turn])

  const again = useCallback(() => {
    setState(NOTHING)
    setTurn((before) => before + 1)
  }, [])
  return { ...state, again }
}
