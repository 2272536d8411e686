import type { ReactNode } from 'react'
import * as text from '#messages/ui/dock.ts'

/** The ways on, at the thumb. Only on the phone; the signage holds them elsewhere. */
export function Dock({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <section
      aria-label={text.waysOn}
      data-dock
      className="no-print page-edge sticky bottom-0 z-10 border-line border-t bg-ground pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] band:hidden"
    >
      <div className="flex items-center gap-2 [&>*:first-child]:flex-1">{children}</div>
      {note && <p className="mt-2 text-center text-13 text-second">{note}</p>}
    </section>
  )
}
