'use client'

import { Fault, type FaultProps } from '#components/ui/fault.tsx'
import { Frame } from '#components/ui/frame.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import * as text from '#messages/art/fault-page.ts'
import { EmptyHang } from './hang.tsx'

export type FaultPageProps = FaultProps & { room: RoomName; what: string }

/** A whole page that could not be read: the frames stay where works will be. */
export function FaultPage({ room, ...fault }: FaultPageProps) {
  return (
    <Shell room={room}>
      <title>{text.pageTitle}</title>
      <Frame signage={<Signage title={text.closed} />}>
        {room === 'wall' && <EmptyHang />}
        <Fault {...fault} />
      </Frame>
    </Shell>
  )
}
