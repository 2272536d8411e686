import type { ReactNode } from 'react'
import * as text from '#messages/ui/shell.ts'
import { ConnectionBar } from './connection-bar.tsx'
import { Masthead } from './masthead.tsx'
import { Room, type RoomName } from './room.tsx'

type Place = 'rounds' | 'collection' | 'submit' | 'verify' | 'desk'

export type ShellProps = {
  room: RoomName
  current?: Place
  community?: { name: string; slug: string } | undefined
  standing?: ReactNode
  wordmark?: ReactNode
  /** What this device keeps while the network is away, in a sentence. */
  kept?: string
  children: ReactNode
}

const PLACES: readonly { place: Place; label: string; href: string }[] = [
  { place: 'rounds', label: text.rounds, href: '/rounds' },
  { place: 'collection', label: text.collection, href: '/collection' },
  { place: 'submit', label: text.submit, href: '/submit' },
  { place: 'verify', label: text.verify, href: '/verify' },
  { place: 'desk', label: text.desk, href: '/desk' },
]

/** Surround and masthead of every page outside the Light Table. */
export function Shell({ room, current, community, standing, wordmark, kept, children }: ShellProps) {
  return (
    <Room room={room}>
      <Masthead
        items={PLACES.map(({ place, label, href }) => ({ label, href, current: place === current }))}
        {...(community && { community: { name: community.name, href: `/c/${community.slug}` } })}
        {...(standing ? { standing } : {})}
        {...(wordmark ? { wordmark } : {})}
      />
      {children}
      <ConnectionBar {...(kept && { kept })} />
    </Room>
  )
}
