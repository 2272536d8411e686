'use client'

import { useEffect, useState } from 'react'
import * as words from '#messages/ui/fault.ts'
import { Button } from './button.tsx'
import { askCause, CAUSE_WORDS, type Cause, passes } from './diagnosis.ts'
import { keepAsking } from './keep-asking.ts'
import { formatMoment } from './moment.ts'
import { Notice } from './notice.tsx'
import { useCopy } from './use-copy.ts'

const EVERY_MS = 3_000

export type FaultProps = { error: unknown; retry: () => void }

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : 'in-this-page'

/** Finds the cause and keeps looking; once one that passes has passed, the page is read again. */
function useCause(retry: () => void): Cause {
  const [cause, setCause] = useState<Cause>('asking')
  useEffect(() => {
    let last: Cause = 'asking'
    async function ask(signal: AbortSignal) {
      const found = await askCause(signal)
      if (signal.aborted) return
      if (found === 'server' && passes(last)) retry()
      last = found
      setCause(found)
    }
    const first = new AbortController()
    void ask(first.signal)
    const stop = keepAsking({ ask, everyMs: EVERY_MS, told: () => {} })
    return () => {
      first.abort()
      stop()
    }
  }, [retry])
  return cause
}

function Details({ error, cause }: { error: unknown; cause: Cause }) {
  const [at, setAt] = useState('')
  const { copied, copy } = useCopy()
  useEffect(() => setAt(new Date().toISOString()), [])
  const details = () =>
    JSON.stringify(
      { code: codeOf(error), cause, at, page: window.location.href, browser: navigator.userAgent },
      null,
      2,
    )
  return (
    <>
      <p className="type-mono mt-1 text-second [overflow-wrap:anywhere]">
        {codeOf(error)}
        {at && `, ${formatMoment(at, { seconds: true })}`}
      </p>
      <div className="mt-2">
        <Button size={32} onClick={() => copy(details())}>
          {copied === 'yes' ? words.copied : copied === 'failed' ? words.noteDetails : words.copyDetails}
        </Button>
      </div>
    </>
  )
}

/** What could not be read, why as far as the server says it, and what happens next. */
export function Fault({ what, error, retry }: FaultProps & { what: string }) {
  const cause = useCause(retry)
  const { because, text } = CAUSE_WORDS[cause]
  return (
    <>
      <Notice
        title={words.cannotBeRead(what, because)}
        live="alert"
        actions={
          <Button kind="main" size={32} onClick={retry}>
            {words.tryAgain}
          </Button>
        }
      >
        {text} {words.picksAreKept}
      </Notice>
      <Details error={error} cause={cause} />
    </>
  )
}
