import { type ReactNode, useEffect, useRef } from 'react'
import type { LineFinding } from '#components/provenance/check-work.ts'
import { Button } from '#components/ui/button.tsx'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { credentialsVerdict, isForged, type JudgedCredentials } from '#lib/provenance/reading/verdict.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import * as words from '#messages/provenance/credentials/credentials-line.tsx'
import { ENGINE_BYTES } from './credentials-thread.ts'
import type { Judged, JudgedWithoutRecord } from './judge-credentials.ts'

const LONGEST = 180

/** Words of a stranger's file: one line, and nothing that turns the line around. */
function tame(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
}

/** C2PA names what it finds by codes; anything else is what the engine said of a file that it could not open. */
const isCode = (text: string) => /^[A-Za-z]+(\.[A-Za-z]+){1,3}$/.test(text)

function brokenText({ failures }: Credentials) {
  const code = failures.find((one) => isCode(one) && one !== 'signingCredential.untrusted')
  if (code === undefined) return words.unreadable
  return (
    <>
      {words.broken[code] ?? words.brokenOtherwise} {words.fault(<span className="type-mono">{code}</span>)}
    </>
  )
}

function judgedText(read: JudgedCredentials, roundId: Bytes32) {
  const { credentials, root, differences } = read
  if (credentials.standing === 'broken') return brokenText(credentials)
  if (isForged(read, roundId)) return words.forged
  if (credentials.standing === 'foreign')
    return words.foreign[root](credentials.signer && tame(credentials.signer))
  if (differences.length === 0) return words.whole[root]
  return words.differs(differences.map((one) => words.differences[one]).join(', '))
}

const SOURCES = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
] as const

function madeText({ action, sourceType, agent, agentVersion }: NonNullable<Credentials['began']>): string {
  if (action !== 'c2pa.created') return words.opened
  const source = sourceType?.split('/').at(-1)
  const known = SOURCES.find((one) => one === source)
  const made = known ? words.made[known] : words.made.otherwise(source ? tame(source) : null)
  const by = [agent, agentVersion].filter(Boolean).join(' ')
  return by ? `${made}: ${tame(by)}` : made
}

/** All uses are answered alike by the files of this place; where another's are not, nothing is said of them. */
function miningText(mining: NonNullable<Credentials['mining']>): string | null {
  const answers = new Set(Object.values(mining).map((entry) => JSON.stringify(entry)))
  const [only] = Object.values(mining)
  if (answers.size !== 1 || only === null || typeof only !== 'object' || !('use' in only)) return null
  if (only.use === 'allowed') return words.mining.allowed
  if (only.use === 'notAllowed') return words.mining.notAllowed
  const isNamed = 'constraint_info' in only && typeof only.constraint_info === 'string'
  return isNamed ? words.mining.constrained(tame(String(only.constraint_info))) : null
}

function WhatTheySay({ said }: { said: Credentials }) {
  const { title, began, prompt, mining, signer } = said
  const lines = [
    title && words.titled(tame(title)),
    began && madeText(began),
    prompt && words.prompt(tame(prompt)),
    mining && miningText(mining),
    signer && words.signer(tame(signer)),
  ].filter((line) => line !== null && line !== '')
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="link inline-block max-band:py-2">{words.whatTheySay}</summary>
      <ul className="mt-1 mb-1.5 grid gap-1 break-words">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** Takes the focus of the button that it replaces, and keeps it while what stands in it changes. */
function Place({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className="inline outline-none">
      {children}
    </div>
  )
}

/** The line while the engine comes and reads. @param loaded bytes of the engine; null once it is here */
export function runningFinding(loaded: number | null, cancel: () => void): LineFinding {
  const percent = loaded === null ? null : Math.floor((100 * loaded) / ENGINE_BYTES)
  return {
    verdict: 'running',
    text: (
      <Place>
        {percent === null ? words.reading : words.loading(percent)}{' '}
        <Button kind="link" onClick={cancel}>
          {words.cancel}
        </Button>
        {percent !== null && (
          <span
            role="progressbar"
            aria-label={words.progressOf}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
            className="mt-1.5 mb-1 block h-[3px] bg-press"
          >
            <span className="block h-full bg-fg" style={{ width: `${percent}%` }} />
          </span>
        )}
      </Place>
    ),
  }
}

const verdictOf = (judged: Judged, roundId: Bytes32) => {
  if (judged.kind === 'read') return credentialsVerdict(judged, roundId)
  return judged.kind === 'refused' ? 'broken' : 'unknown'
}

function textOf(judged: Judged, roundId: Bytes32, again: () => void) {
  if (judged.kind === 'none') return words.none
  if (judged.kind === 'refused') return words.otherRoot
  if (judged.kind === 'read')
    return (
      <>
        {judgedText(judged, roundId)}
        {judged.credentials.standing !== 'broken' && <WhatTheySay said={judged.credentials} />}
      </>
    )
  return <Failed code={judged.code} again={again} />
}

function Failed({ code, again }: { code: string; again: () => void }) {
  return (
    <>
      {words.failed[code] ?? words.failedOtherwise}{' '}
      <Button kind="link" onClick={again}>
        {words.again}
      </Button>
    </>
  )
}

function withoutRecordText(credentials: Credentials) {
  if (credentials.standing === 'broken') return brokenText(credentials)
  if (credentials.standing === 'foreign')
    return words.foreign.instance(credentials.signer && tame(credentials.signer))
  return words.wholeWithoutRecord
}

/** What the credentials of a file are worth that no record is at hand for. */
export function CredentialsWithoutRecord({
  judged,
  again,
}: {
  judged: JudgedWithoutRecord
  again: () => void
}) {
  if (judged.kind === 'none') return <Place>{words.none}</Place>
  if (judged.kind === 'failed')
    return (
      <Place>
        <Failed code={judged.code} again={again} />
      </Place>
    )
  const { credentials } = judged
  return (
    <Place>
      {withoutRecordText(credentials)}
      {credentials.standing !== 'broken' && <WhatTheySay said={credentials} />}
    </Place>
  )
}

/** The line once they were judged. */
export const judgedFinding = (judged: Judged, roundId: Bytes32, again: () => void): LineFinding => ({
  verdict: verdictOf(judged, roundId),
  text: <Place>{textOf(judged, roundId, again)}</Place>,
})
