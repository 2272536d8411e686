'use client'

import { useEffect, useRef, useState } from 'react'
import { useThread } from '#components/provenance/use-thread.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import * as text from '#messages/provenance/history/picture-history.ts'
import { failedWords } from './history-words.ts'
import type { LookedAt, PictureProgress, PictureRequest } from './look-at-picture.ts'
import { PictureCredentials } from './picture-credentials.tsx'
import { PictureReport } from './picture-report.tsx'
import { startPictureThread } from './picture-thread.ts'

type PictureHistoryProps = {
  picture: File
}

/** The file as the page may show it, until it is replaced. */
function usePreview(picture: File): string | null {
  const [preview, setPreview] = useState<string | null>(null)
  useEffect(() => {
    const address = URL.createObjectURL(picture)
    setPreview(address)
    return () => URL.revokeObjectURL(address)
  }, [picture])
  return preview
}

/** Where a picture from the disk is from, found by its hashes in this browser. */
export function PictureHistory({ picture }: PictureHistoryProps) {
  const { state, start, stop } = useThread<PictureRequest, PictureProgress, LookedAt>(startPictureThread)
  const preview = usePreview(picture)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => start({ picture }, { kind: 'reading' }), [picture, start])
  useEffect(() => {
    if (state.kind === 'done') heading.current?.focus()
  }, [state])
  const again = () => start({ picture }, { kind: 'reading' })

  if (state.kind === 'running')
    return (
      <div className="mt-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-4 border-fg border-t pt-3">
        <div className="min-w-0 flex-1 basis-64">
          <p role="status" className="font-statement text-18 leading-close">
            {text.stages[state.progress.kind]} …
          </p>
          <p className="mt-1 text-13 text-second [overflow-wrap:anywhere]">{picture.name}</p>
        </div>
        <Button onClick={stop}>{text.cancel}</Button>
      </div>
    )
  if (state.kind === 'idle')
    return (
      <p className="mt-6 flex flex-wrap items-center gap-4 border-fg border-t pt-3 text-15">
        {text.stopped} <Button onClick={again}>{text.again}</Button>
      </p>
    )
  if (state.kind === 'failed') {
    const { title, text: why } = failedWords(state.code)
    return (
      <Notice title={title} live="alert" code={state.code} headingLevel={3}>
        <b className="[overflow-wrap:anywhere]">{picture.name}</b>. {why}
      </Notice>
    )
  }
  const { known } = state.result
  const [best] = known.kind === 'asked' ? known.works : []
  return (
    <PictureReport
      looked={state.result}
      preview={preview}
      headingRef={heading}
      credentials={<PictureCredentials picture={picture} mime={state.result.mime} />}
      actions={
        best ? (
          <ButtonLink href={best.page}>{text.toWork}</ButtonLink>
        ) : known.kind === 'asked' ? (
          <ButtonLink href="/rounds">{text.toRounds}</ButtonLink>
        ) : (
          <Button onClick={again}>{text.again}</Button>
        )
      }
    />
  )
}
