'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Tell } from '#components/provenance/check-work.ts'
import type { WorkFacts } from '#components/provenance/work-facts.ts'
import { judgedFinding, runningFinding } from './credentials-line.tsx'
import { ENGINE_BYTES, openCredentialsThread } from './credentials-thread.ts'
import { judgeCredentials } from './judge-credentials.ts'

export type ReadHereProps = {
  facts: WorkFacts
  /** The picture, or the copy that somebody tampers with. */
  picture: Uint8Array
  tell: Tell
  /** Back to where nothing was read. */
  leave: () => void
}

const TELL_EVERY_MS = 100

/** Reads the credentials of what is looked at, again whenever that changes; it shows nothing itself. */
export function ReadHere({ facts, picture, tell, leave }: ReadHereProps) {
  const [thread] = useState(() => openCredentialsThread())
  const loaded = useRef(0)
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  useEffect(() => () => thread.end(), [thread])

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is one more reading of the same
  useEffect(() => {
    let isCurrent = true
    let told = 0
    const show = () => {
      const isHere = loaded.current >= ENGINE_BYTES
      tell('Credentials', runningFinding(isHere ? null : loaded.current, leave))
    }
    const load = (bytes: number) => {
      loaded.current = bytes
      const isDue = bytes >= ENGINE_BYTES || performance.now() - told >= TELL_EVERY_MS
      if (!isCurrent || !isDue) return
      told = performance.now()
      show()
    }
    show()
    judgeCredentials(facts, picture, (order) => thread.read(order, load)).then((judged) => {
      if (judged.kind === 'failed') loaded.current = 0
      if (isCurrent) tell('Credentials', judgedFinding(judged, facts.roundId, again))
    })
    return () => {
      isCurrent = false
    }
  }, [attempt, facts, picture, tell, leave, again, thread])
  return null
}
