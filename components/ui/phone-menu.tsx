'use client'

import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'
import * as text from '#messages/ui/phone-menu.ts'

/** A disclosure that works before any script; with it, Escape and a followed link fold it again. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)

  function fold(returnFocus: boolean) {
    if (!details.current?.open) return
    details.current.open = false
    if (returnFocus) details.current.querySelector('summary')?.focus()
  }

  return (
    <details
      ref={details}
      className="group min-[62rem]:hidden"
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && fold(true)}
      onClick={(event: MouseEvent) => event.target instanceof HTMLAnchorElement && fold(false)}
    >
      <summary className="flex min-h-11 min-w-11 list-none items-center justify-end font-figure text-13 [&::-webkit-details-marker]:hidden">
        <span className="group-open:hidden">{text.menu}</span>
        <span className="hidden group-open:inline">{text.close}</span>
      </summary>
      <div className="page-edge absolute inset-x-0 top-full z-20 border-fg border-y bg-ground pt-2 pb-4">
        {children}
      </div>
    </details>
  )
}
