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
    <Notice title="This file was not taken." live="alert" headingLevel={3}>
      <b className="break-all">{name}</b> cannot be taken for a draft of this round. What you had is as it
      was.
      <ul className="mt-2 text-13">
        {faults.slice(0, FAULTS_SHOWN).map(({ code, at, says }) => (
          <li key={`${at} ${says}`} className="border-line border-b py-1.5">
            {at && <span className="mr-1 inline-block font-figure first-letter:uppercase">{at}: </span>}
            {says} <span className="type-mono text-second">{code}</span>
          </li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN && (
        <p className="mt-1 text-13">and {(faults.length - FAULTS_SHOWN).toLocaleString('en')} more.</p>
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
      <h3 className="font-figure text-15">As a file</h3>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            saveJson(
              `${name}.json`,
              draftDocument(device.read(), { round, works, voter, savedAt: savedAt() }),
            )
          }
        >
          Save as a file
        </Button>
        {round.method !== 'pairwise' && (
          <Button onClick={() => saveFile(`${name}.csv`, 'text/csv', draftTable(device.read(), works))}>
            Save as a table
          </Button>
        )}
      </div>
      <p className="max-w-measure text-13 text-second">
        The file holds all of the draft, as JSON.
        {round.method !== 'pairwise' &&
          ' The table holds its works, as CSV for a spreadsheet; the note is not in it.'}
      </p>
      <FileDrop
        small
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        label="Read from a file"
        title="Read a draft that was saved."
        onFiles={(files) => void open(files)}
      >
        A file or a table, also dropped anywhere on this page. It is read on this device, and you see what
        would change before anything does.
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
          Taken over: <b>{changesInWords(reading.changes)}</b>.{' '}
          <Button kind="link" onClick={() => undo(reading.changes)}>
            Undo
          </Button>
        </p>
      )}
    </div>
  )
}
