'use client'

import { useSearchParams } from 'next/navigation'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { ButtonKind, ButtonSize } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TurnGlyph } from '#components/ui/glyphs.tsx'
import * as text from '#messages/provenance/turn-over.ts'

export type Side = 'recto' | 'verso'

const FLAG = 'verso'

/** Which side is shown: it stands in the address, so a link to a back is a link to a back. */
export function useSide(): Side {
  return useSearchParams()?.has(FLAG) ? 'verso' : 'recto'
}

/** Front and back in the same rectangle, turned in 420 ms, cross-faded where motion is unwelcome. */
export function TurnOver({ front, back }: { front: ReactNode; back: ReactNode }) {
  const side = useSide()
  return (
    <div className="turn" data-side={side}>
      <div className="turn-face turn-front" aria-hidden={side === 'verso'} inert={side === 'verso'}>
        {front}
      </div>
      <div className="turn-face turn-back" aria-hidden={side === 'recto'} inert={side === 'recto'}>
        {back}
      </div>
    </div>
  )
}

/** What belongs to one side only: the label to the front, the chain of custody to the back. */
export function OnSide({ side, children }: { side: Side; children: ReactNode }) {
  return useSide() === side ? children : null
}

let turnedByHand = false

type TurnButtonProps = { from: Side; kind?: ButtonKind; size?: ButtonSize; wide?: boolean }

/** Shown on the side it turns from. A plain link before any script; afterwards it turns without a request. */
export function TurnButton({ from, kind = 'main', size, wide }: TurnButtonProps) {
  const side = useSide()
  const link = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    if (side !== from || !turnedByHand) return
    if (!link.current?.offsetParent) return
    turnedByHand = false
    link.current.focus({ preventScroll: true })
  }, [side, from])

  function turn(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    const url = new URL(window.location.href)
    if (from === 'recto') url.searchParams.set(FLAG, '')
    else url.searchParams.delete(FLAG)
    turnedByHand = true
    window.history.pushState(null, '', url.href.replace(`${FLAG}=`, FLAG))
  }

  if (side !== from) return null
  return (
    <ButtonLink
      ref={link}
      onClick={turn}
      href={from === 'recto' ? `?${FLAG}` : '?'}
      kind={kind}
      size={size}
      wide={wide}
    >
      <TurnGlyph />
      {from === 'recto' ? text.over : text.back}
    </ButtonLink>
  )
}
