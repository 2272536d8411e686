'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { saveJson } from '#components/ui/save-json.ts'
import * as words from '#messages/provenance/file-desk.ts'
import { given } from '#messages/provenance/file-words.ts'
import type { Against } from './against.ts'
import type { CheckedFile, FileProgress, FileRequest } from './check-file.ts'
import { BUNDLES, FileDrop, PICTURES } from './file-drop.tsx'
import { FileProgressBar } from './file-progress.tsx'
import { failedWords, isNoBundle } from './file-words.ts'
import { type GivenFault, type GivenFiles, pictureAmong, sortFiles } from './given-files.ts'
import { ReportView } from './report-view.tsx'
import { type ThreadState, useThread } from './use-thread.ts'

type FileDeskProps = {
  startThread: () => Worker
  /** Reads the fields of the page; null where one of them is not right, and says so itself. */
  against?: () => Against | null
  /** What is shown of a picture; without it, none is taken. */
  ofPicture?: (picture: File) => ReactNode
  /** The fields. */
  children?: ReactNode
}

const ALONE: Against = { rpcUrl: null, collection: null }
const NO_FILES: GivenFiles = { bundle: null, receipts: [] }

/** The files at hand and the thread that checks them. */
function useFileCheck({
  startThread,
  against,
  ofPicture,
}: Pick<FileDeskProps, 'startThread' | 'against' | 'ofPicture'>) {
  const { state, start, stop } = useThread<FileRequest, FileProgress, CheckedFile>(startThread)
  const [files, setFiles] = useState<GivenFiles>(NO_FILES)
  const [fault, setFault] = useState<GivenFault | null>(null)
  const [picture, setPicture] = useState<File | null>(null)

  function check({ bundle, receipts }: GivenFiles) {
    const held = against ? against() : ALONE
    if (!bundle || !held) return
    start({ bundle, receipts, ...held }, { kind: 'reading', bytes: 0, total: bundle.size })
  }
  function take(dropped: readonly File[]) {
    const seen = ofPicture ? pictureAmong(dropped) : null
    const sorted = seen ?? sortFiles(dropped, files)
    if (typeof sorted === 'string') return setFault(sorted)
    setFault(null)
    if (sorted instanceof File) {
      stop()
      setFiles(NO_FILES)
      return setPicture(sorted)
    }
    setPicture(null)
    setFiles(sorted)
    check(sorted)
  }
  return { state, files, picture, fault, take, again: () => check(files), stop }
}

type OutcomeProps = {
  state: ThreadState<FileProgress, CheckedFile>
  name: string
  hasFields: boolean
  again: () => void
  stop: () => void
}

/** What came of the file: how far it is, why it is none, or the report. */
function Outcome({ state, name, hasFields, again, stop }: OutcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.kind === 'done') heading.current?.focus()
  }, [state])
  if (state.kind === 'idle') return null
  if (state.kind === 'running')
    return <FileProgressBar name={name} progress={state.progress} onCancel={stop} />
  if (state.kind === 'failed') {
    const { title, text } = failedWords(state.code)
    return (
      <Notice title={title} live="alert" code={state.code} headingLevel={3}>
        <b className="break-all">{name}</b>. {text}
      </Notice>
    )
  }
  const { result } = state
  if (isNoBundle(result.report)) {
    const finding = result.report.checks[0]?.findings[0]
    return (
      <Notice title={words.noBundle} live="alert" headingLevel={3} {...(finding && { code: finding.code })}>
        <b className="break-all">{name}</b>.{' '}
        {finding && `${finding.file ? `${finding.file}: ` : ''}${finding.message}.`}
      </Notice>
    )
  }
  const saved = `verso-report-${result.report.roundId?.slice(2, 10) ?? 'unknown'}.json`
  return (
    <ReportView
      checked={result}
      hasFields={hasFields}
      headingRef={heading}
      actions={
        <>
          <Button onClick={again}>{words.again}</Button>
          <Button onClick={() => saveJson(saved, result.report)}>{words.save}</Button>
        </>
      }
    />
  )
}

/** A bundle from the visitor's disk, or a picture, looked at in this page: it is read, never sent. */
export function FileDesk({ startThread, against, ofPicture, children }: FileDeskProps) {
  const { state, files, picture, fault, take, again, stop } = useFileCheck({
    startThread,
    ...(against && { against }),
    ...(ofPicture && { ofPicture }),
  })
  const begun = state.kind !== 'idle' || picture !== null
  const drop = ofPicture ? words.withPicture : words
  return (
    <div aria-busy={state.kind === 'running' || undefined}>
      <FileDrop
        onFiles={take}
        small={begun}
        label={begun ? words.chooseAnother : words.choose}
        title={begun ? drop.dropAnother : drop.drop}
        {...(ofPicture && { accept: `${BUNDLES},${PICTURES}` })}
      >
        {drop.stays}
      </FileDrop>
      {fault && (
        <p role="alert" className="mt-3 font-figure text-13">
          {given[fault]}
        </p>
      )}
      {picture && ofPicture?.(picture)}
      {children}
      <Outcome
        state={state}
        name={files.bundle?.name ?? ''}
        hasFields={against !== undefined}
        again={again}
        stop={stop}
      />
    </div>
  )
}
