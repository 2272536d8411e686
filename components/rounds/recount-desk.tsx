'use client'

import { CommandLine } from '#components/provenance/command-line.tsx'
import {
  type RecountFacts,
  recountChecks,
  recountText,
  recountTitle,
} from '#components/provenance/recount-words.ts'
import { type RecordPlace, useRecount } from '#components/provenance/use-recount.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/rounds/recount-desk.ts'
import { RecountPanel } from './recount-panel.tsx'

type RecountDeskProps = { place: RecordPlace; facts: RecountFacts; command: string }

/** "Recount it yourself": the record is fetched and counted in this browser. */
export function RecountDesk({ place, facts, command }: RecountDeskProps) {
  const { state, start } = useRecount(place)
  const running = state.kind === 'running'
  const done = state.kind === 'done' ? state.result : null
  const compare = [
    ...(done?.resultHash ? [{ label: text.result, hash: done.resultHash }] : []),
    ...(done?.chainResultHash ? [{ label: text.onChain, hash: done.chainResultHash }] : []),
  ]
  return (
    <RecountPanel
      title={recountTitle(state)}
      text={recountText(state)}
      checks={recountChecks(state, facts)}
      running={running}
      {...(compare.length > 0 && { compare })}
    >
      <Button kind="main" wide onClick={start}>
        {state.kind === 'idle' ? text.recount : running ? text.startOver : text.again}
      </Button>
      <ButtonLink href={`/api/v1/rounds/${place.roundId}/bundle?works=${place.works}`} wide download>
        {text.download}
      </ButtonLink>
      <div className="mt-1 text-13">
        <p className="text-second">{text.fromSource}</p>
        <CommandLine command={command} label={text.command} />
      </div>
    </RecountPanel>
  )
}
