'use client'

import { useEffect, useRef, useState } from 'react'
import { FileDrop } from '#components/provenance/file-drop.tsx'
import { useThread } from '#components/provenance/use-thread.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { saveJson } from '#components/ui/save-json.ts'
import * as words from '#messages/provenance/snapshot/snapshot-desk.ts'
import { refused } from '#messages/provenance/snapshot/snapshot-words.ts'
import type { FilesProgress, FilesRequest, Recounted, RefusalCode } from './recount-files.ts'
import { SnapshotReportView } from './snapshot-report.tsx'

type Progress = { at: FilesProgress }

const startThread = (): Worker =>
  new Worker(new URL('./snapshot-worker.ts', import.meta.url), { type: 'module' })

function Refused({ code, message }: { code: RefusalCode; message: string }) {
  const { title, text } = refused[code]
  return (
    <Notice title={title} live="alert" code={code} headingLevel={3}>
      {text}{' '}
      {message && (
        <span className="block break-words text-13 text-second first-letter:uppercase">{message}</span>
      )}
    </Notice>
  )
}

function Counting({ progress, onCancel }: { progress: Progress; onCancel: () => void }) {
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border-fg border-t pt-3">
      <p role="status" className="font-statement text-18 leading-close">
        {progress.at === 'reading' ? words.reading : words.counting}
      </p>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  )
}

function Outcome({ result, again }: { result: Recounted; again: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each result is announced, its own heading being the same
  useEffect(() => heading.current?.focus(), [result])
  if (result.kind === 'refused') return <Refused code={result.code} message={result.message} />
  const { report, milliseconds } = result
  return (
    <SnapshotReportView
      report={report}
      milliseconds={milliseconds}
      headingRef={heading}
      actions={
        <>
          <Button onClick={again}>{words.again}</Button>
          <Button
            onClick={() =>
              saveJson(`verso-snapshot-${report.proposal.id?.slice(2, 10) ?? 'unknown'}.json`, report)
            }
          >
            {words.save}
          </Button>
        </>
      }
    />
  )
}

/** A proposal from the visitor's disk, counted in this page: it is read, never sent. */
export function SnapshotDesk() {
  const { state, start, stop } = useThread<FilesRequest, Progress, Recounted>(startThread)
  const [files, setFiles] = useState<readonly File[]>([])
  const [isEmpty, setIsEmpty] = useState(false)

  const count = (given: readonly File[]) => start({ files: given }, { at: 'reading' })
  function take(given: readonly File[]) {
    setIsEmpty(given.length === 0)
    if (given.length === 0) return
    setFiles(given)
    count(given)
  }
  const begun = state.kind !== 'idle'
  return (
    <div aria-busy={state.kind === 'running' || undefined}>
      <FileDrop
        onFiles={take}
        small={begun}
        label={begun ? words.chooseOthers : words.choose}
        title={begun ? words.dropAnother : words.drop}
      >
        {words.stays}
      </FileDrop>
      {isEmpty && (
        <p role="alert" className="mt-3 font-figure text-13">
          {words.noFile}
        </p>
      )}
      {state.kind === 'running' && <Counting progress={state.progress} onCancel={stop} />}
      {state.kind === 'failed' && <Refused code="recount-stopped" message="" />}
      {state.kind === 'done' && <Outcome result={state.result} again={() => count(files)} />}
    </div>
  )
}
