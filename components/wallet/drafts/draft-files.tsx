'use client'

import { useMemo, useState } from 'react'
import { FileDrop } from '#components/provenance/file-drop.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { saveFile } from '#components/ui/save-file.ts'
import { saveJson } from '#components/ui/save-json.ts'
import { type Change, changesBetween, withoutChanges } from '#components/voting/drafts/decisions.ts'
import { deviceDraft } from '#components/voting/drafts/device-draft.ts'
import {
  draftDocument,
  draftTable,
  type FileDraft,
  readDraftFile,
} from '#components/voting/drafts/draft-file.ts'
import { changesInWords } from '#components/voting/drafts/draft-words.ts'
import type { FileFault } from '#components/voting/drafts/file-fault.ts'
import { readText } from '#components/voting/drafts/read-text.ts'
import { withFile } from '#components/voting/drafts/take-file.ts'
import * as words from '#messages/wallet/drafts/draft-files.ts'
import type { DraftDeskProps } from './draft-desk.tsx'
import { FilePreview } from './file-preview.tsx'

type Reading =
  | { kind: 'idle' }
  | { kind: 'faulty'; name: string; faults: FileFault[] }
  | { kind: 'preview'; name: string; file: FileDraft }
  | { kind: 'taken'; changes: Change[] }

const FAULTS_SHOWN = 20

function Faults({ name, faults }: { name: string; faults: readonly FileFault[] }) {
  return (
    <Notice title={words.notTaken} live="alert" headingLevel={3}>
      <b className="break-all">{name}</b>
      {words.notTakenAfter}
      <ul className="mt-2 text-13">
        {faults.slice(0, FAULTS_SHOWN).map(({ code, at, says }) => (
          <li key={`${at} ${says}`} className="border-line border-b py-1.5">
            {at && <span className="mr-1 inline-block font-figure first-letter:uppercase">{at}: </span>}
            {says} <span className="type-mono text-second">{code}</span>
          </li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN && (
        <p className="mt-1 text-13">{words.more(faults.length - FAULTS_SHOWN)}</p>
      )}
    </Notice>
  )
}

type FilesProps = Pick<DraftDeskProps, 'round' | 'works' | 'voter'> & { titles: ReadonlyMap<number, string> }

/** A draft into a file and out of one. */
export function DraftFiles({ round, works, titles, voter }: FilesProps) {
  const device = useMemo(() => deviceDraft(round.roundId, voter), [round.roundId, voter])
  const [reading, read] = useState<Reading>({ kind: 'idle' })
  const name = `verso-draft-${round.slug}`
  async function open([first]: readonly File[]) {
    if (!first) return
    const text = await readText(first)
    const answer = typeof text === 'string' ? readDraftFile(text, round.roundId) : text
    read(
      answer.ok
        ? { kind: 'preview', name: first.name, file: answer.file }
        : { kind: 'faulty', name: first.name, faults: answer.faults },
    )
  }
  function take(file: FileDraft) {
    const before = device.read()
    const { draft } = withFile(before, file, { works, voter })
    device.put(draft)
    read({ kind: 'taken', changes: changesBetween(before, draft) })
  }
  function undo(changes: readonly Change[]) {
    device.put(withoutChanges(device.read(), changes))
    read({ kind: 'idle' })
  }
  const savedAt = () => new Date().toISOString()
  return (
    <div className="mt-6 grid gap-3">
      <h3 className="font-figure text-15">{words.asFile}</h3>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            saveJson(
              `${name}.json`,
              draftDocument(device.read(), { round, works, voter, savedAt: savedAt() }),
            )
          }
        >
          {words.saveFile}
        </Button>
        {round.method !== 'pairwise' && (
          <Button onClick={() => saveFile(`${name}.csv`, 'text/csv', draftTable(device.read(), works))}>
            {words.saveTable}
          </Button>
        )}
      </div>
      <p className="max-w-measure text-13 text-second">
        {words.holds}
        {round.method !== 'pairwise' && ` ${words.tableHolds}`}
      </p>
      <FileDrop
        small
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        label={words.readFile}
        title={words.readTitle}
        onFiles={(files) => void open(files)}
      >
        {words.readHow}
      </FileDrop>
      {reading.kind === 'faulty' && <Faults name={reading.name} faults={reading.faults} />}
      {reading.kind === 'preview' && (
        <FilePreview
          name={reading.name}
          taken={withFile(device.read(), reading.file, { works, voter })}
          before={device.read()}
          titles={titles}
          onTake={() => take(reading.file)}
          onLeave={() => read({ kind: 'idle' })}
        />
      )}
      {reading.kind === 'taken' && (
        <p role="status" className="text-15">
          {words.takenBefore}
          <b>{changesInWords(reading.changes)}</b>
          {words.takenAfter}
          <Button kind="link" onClick={() => undo(reading.changes)}>
            {words.undo}
          </Button>
        </p>
      )}
    </div>
  )
}
