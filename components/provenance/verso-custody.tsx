'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Verdict } from '#components/ui/check.tsx'
import { shorten } from '#components/ui/shorten.ts'
import { title } from '#messages/provenance/custody.ts'
import * as words from '#messages/provenance/verso-custody.ts'
import type { LineFinding } from './check-work.ts'
import { Custody, type CustodyLine } from './custody.tsx'
import { useVerso } from './verso-checks.tsx'
import type { LineName } from './work-facts.ts'

/** A line as the server knows it; `checks` where this browser finds the verdict unasked. */
export type AwaitedLine = Omit<CustodyLine, 'name'> & { name: LineName; checks: boolean }

/** The engine that reads them is large, so it comes when somebody asks for it; there as soon as the picture is. */
function ReadCredentials() {
  const { readCredentials } = useVerso()
  if (!readCredentials) return null
  return (
    <Button kind="link" onClick={readCredentials}>
      {words.readHere}
    </Button>
  )
}

const withReading = (line: Omit<AwaitedLine, 'checks'>, name: string): CustodyLine => ({
  ...line,
  name,
  text: (
    <>
      {line.text} <ReadCredentials />
    </>
  ),
})

function lineWith(
  { checks, ...awaited }: AwaitedLine,
  finding: LineFinding | undefined,
  begun: boolean,
): CustodyLine {
  const name = words.names[awaited.name]
  const line: CustodyLine = awaited.name === 'Credentials' ? withReading(awaited, name) : { ...awaited, name }
  if (!finding) return checks ? { ...line, verdict: begun ? 'running' : 'todo' } : line
  const { verdict, text, found } = finding
  const sentence =
    text === undefined ? (
      line.text
    ) : verdict === 'broken' || !checks ? (
      text
    ) : (
      <>
        {line.text} {text}
      </>
    )
  return { ...line, verdict, text: sentence, ...(found && { found }) }
}

function titleOf(lines: readonly CustodyLine[]): string {
  const broken = lines.filter(({ verdict }) => verdict === 'broken').length
  return broken === 0 ? title : words.brokenLines(broken)
}

/** The chain of custody, each square set by this browser as its check ends. */
export function VersoCustody({ lines }: { lines: readonly AwaitedLine[] }) {
  const { findings, begun } = useVerso()
  const shown = lines.map((line) => lineWith(line, findings[line.name], begun))
  const waiting = shown.filter(({ verdict }: { verdict: Verdict }) => verdict === 'running').length
  return (
    <div aria-busy={waiting > 0 || undefined}>
      <Custody
        lines={shown}
        title={titleOf(shown)}
        {...(waiting > 0 && { summary: words.lookedAt(shown.length - waiting, shown.length) })}
      />
      <p role="status" className="sr-only">
        {begun && waiting === 0 ? words.checked(titleOf(shown)) : ''}
      </p>
    </div>
  )
}

/** What hangs behind: while a copy was tampered with, its stamp is spent. */
export function VersoBack({ children }: { children: ReactNode }) {
  const { tampered } = useVerso()
  return (
    <div className="contents" data-tampered={tampered ? '' : undefined}>
      {children}
    </div>
  )
}

/** The hash on the paper label: that of the copy, while one is looked at. */
export function PictureHash({ children }: { children: ReactNode }) {
  const { tampered } = useVerso()
  return tampered ? shorten(tampered.hash.slice('sha256:'.length)) : children
}

/** What one is looking at: the work, or a copy with one bit turned. */
export function VersoNote() {
  const { tampered } = useVerso()
  return <p className="text-second">{tampered ? words.copyShown : words.workShown}</p>
}

/** One byte is flipped in memory, nothing is sent anywhere; there as soon as the picture is. */
export function TamperButton({ kind }: { kind: 'link' | 'plain' }) {
  const { tampered, toggleTamper } = useVerso()
  if (!toggleTamper) return null
  return (
    <Button kind={kind} size={44} onClick={toggleTamper}>
      {tampered ? (
        words.putBack
      ) : (
        <span>
          {words.tamper}
          <span className="max-[23rem]:sr-only">{words.withCopy}</span>
        </span>
      )}
    </Button>
  )
}
