'use client'

import dynamic from 'next/dynamic'
import { useEffect, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { isKeptThere } from '#components/voting/drafts/keep-key.ts'
import { usePicks } from '#components/voting/use-picks.ts'
import * as text from '#messages/wallet/drafts/draft-door.ts'
import type { DraftDeskProps } from './draft-desk.tsx'

const KeptHere = () => <p className="mt-2 text-15">{text.kept}</p>

// Most voters sign on the device they picked on: what keeps and moves drafts is fetched when it is wanted.
const DraftDesk = dynamic(() => import('./draft-desk.tsx').then((module) => module.DraftDesk), {
  ssr: false,
  loading: KeptHere,
})

/** Where the draft is kept, and the way to keep or move it. */
export function DraftDoor(props: Omit<DraftDeskProps, 'isOpen'>) {
  const { roundId } = props.round
  const { kept } = usePicks(roundId)
  const [isOpen, setOpen] = useState(false)
  const [isWanted, want] = useState(false)
  const id = useId()
  useEffect(() => {
    if (isKeptThere(roundId)) want(true)
  }, [roundId])
  const turn = () => {
    want(true)
    setOpen(!isOpen)
  }
  return (
    <Section
      title={text.yours}
      aside={
        <Button kind="link" aria-expanded={isOpen} aria-controls={id} onClick={turn}>
          {text.keepOrMove}
        </Button>
      }
    >
      <div id={id}>
        {kept === 'page' && <p className="mt-2 text-15">{text.unkept}</p>}
        {isWanted ? <DraftDesk {...props} isOpen={isOpen} /> : kept === 'device' && <KeptHere />}
      </div>
    </Section>
  )
}
