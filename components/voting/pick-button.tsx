'use client'

import { Button, type ButtonSize } from '#components/ui/button.tsx'
import { DOT_WORDS, Dot, type DotKind } from '#components/ui/dot.tsx'
import * as text from '#messages/voting/pick-button.ts'
import { picksStoreOf, useIsPicked } from './use-picks.ts'

type PickButtonProps = { roundId: string; number: number; title: string; size?: ButtonSize; wide?: boolean }

/** Picks a work on this device; nothing is sent anywhere until the ballot is signed. */
export function PickButton({ roundId, number, title, size = 32, wide = false }: PickButtonProps) {
  const picked = useIsPicked(roundId, number)
  const said = picked ? text.picked : text.pick

  function toggle() {
    const store = picksStoreOf(roundId)
    if (picked) store.takeOff(number)
    else store.pick(number)
  }

  return (
    // Its whole name is no hidden text: that would be laid out like any other, a sixth of what a label takes.
    <Button
      size={size}
      wide={wide}
      onClick={toggle}
      aria-label={`${said} #${number}, ${title}${picked ? text.takesOff : ''}`}
    >
      <Dot kind={picked ? 'pick' : 'candidate'} />
      {said}
    </Button>
  )
}

type PickDotProps = { roundId: string; number: number; standing: DotKind }

/** The dot beside a wall label, filled when this device has picked the work. */
export function PickDot({ roundId, number, standing }: PickDotProps) {
  const picked = useIsPicked(roundId, number)
  const kind = picked ? 'pick' : standing
  return <Dot kind={kind} label={DOT_WORDS[kind]} />
}
