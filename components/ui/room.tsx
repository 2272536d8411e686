import type { ReactNode } from 'react'
import { SkipLink } from './skip-link.tsx'

export type RoomName = 'wall' | 'table' | 'desk'

/** The surround of a page: switches the whole set of colour tokens. */
export function Room({ room, children }: { room: RoomName; children: ReactNode }) {
  return (
    <div data-room={room} className="flex min-h-dvh flex-col bg-ground text-fg">
      <SkipLink />
      {children}
    </div>
  )
}
