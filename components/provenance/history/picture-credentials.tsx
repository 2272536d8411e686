'use client'

import { type ReactNode, useEffect, useState } from 'react'
import {
  CredentialsWithoutRecord,
  runningFinding,
} from '#components/provenance/credentials/credentials-line.tsx'
import {
  type CredentialsThread,
  ENGINE_BYTES,
  openCredentialsThread,
} from '#components/provenance/credentials/credentials-thread.ts'
import {
  type JudgedWithoutRecord,
  judgeWithoutRecord,
} from '#components/provenance/credentials/judge-credentials.ts'
import { Button } from '#components/ui/button.tsx'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Section } from '#components/ui/section.tsx'
import * as text from '#messages/provenance/history/picture-credentials.ts'
import { readHere } from '#messages/provenance/verso-custody.ts'

type Reading = { kind: 'idle' } | { kind: 'running'; loaded: number | null } | JudgedWithoutRecord

function useReading(picture: File, mime: string, start: () => CredentialsThread) {
  const [thread] = useState(start)
  const [state, setState] = useState<Reading>({ kind: 'idle' })
  useEffect(() => () => thread.end(), [thread])

  async function read() {
    setState({ kind: 'running', loaded: 0 })
    const tell = (loaded: number) =>
      setState((before) =>
        before.kind === 'running'
          ? { kind: 'running', loaded: loaded >= ENGINE_BYTES ? null : loaded }
          : before,
      )
    const judged = await picture
      .arrayBuffer()
      .then((bytes) => judgeWithoutRecord(new Uint8Array(bytes), mime, (order) => thread.read(order, tell)))
      .catch((): JudgedWithoutRecord => ({ kind: 'failed', code: 'picture-unreadable' }))
    setState((before) => (before.kind === 'running' ? judged : before))
  }
  const leave = () => {
    thread.end()
    setState({ kind: 'idle' })
  }
  return { state, read, leave }
}

/** Attested at best: the instance's root is the instance's word. */
function verdictOf(state: JudgedWithoutRecord): Verdict {
  if (state.kind !== 'read') return 'unknown'
  return state.credentials.standing === 'broken' ? 'broken' : 'attested'
}

type PictureCredentialsProps = {
  picture: File
  mime: string
  /** For tests. */
  startThread?: () => CredentialsThread
}

/** The credentials of a picture from the disk, read in this browser once somebody asks. */
export function PictureCredentials({
  picture,
  mime,
  startThread = openCredentialsThread,
}: PictureCredentialsProps) {
  const { state, read, leave } = useReading(picture, mime, startThread)
  const line = (verdict: Verdict, children: ReactNode) => (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] border-line border-b py-[7px]">
      <Check verdict={verdict} className="mt-[3px]" />
      <div className="min-w-0">{children}</div>
    </div>
  )
  return (
    <Section title={text.title} aside={text.aside} level={3} look="over">
      <div className="text-13">
        {state.kind === 'idle' &&
          line(
            'todo',
            <>
              {text.ask}{' '}
              <Button kind="link" onClick={read}>
                {readHere}
              </Button>
            </>,
          )}
        {state.kind === 'running' && line('running', runningFinding(state.loaded, leave).text)}
        {state.kind !== 'idle' &&
          state.kind !== 'running' &&
          line(verdictOf(state), <CredentialsWithoutRecord judged={state} again={read} />)}
      </div>
    </Section>
  )
}
