'use client'

import { type RefObject, useEffect } from 'react'

/** Keys act while the focus is inside `room`, and there it lies on arrival; `read` gives null for a key that is none of the room's. */
export function useKeys<A>(
  room: RefObject<HTMLElement | null>,
  read: (pressed: KeyboardEvent) => A | null,
  act: (act: A) => void,
): void {
  useEffect(() => {
    const element = room.current
    if (!element) return
    const press = (event: KeyboardEvent) => {
      const meant = read(event)
      if (!meant) return
      event.preventDefault()
      act(meant)
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [room, read, act])
  useEffect(() => {
    if (document.activeElement === document.body) room.current?.focus({ preventScroll: true })
  }, [room])
}
