import type { ReactNode } from 'react'
import * as text from '#messages/ui/absent.ts'
import { AskedFor } from './asked-for.tsx'
import { Frame } from './frame.tsx'
import { Notice } from './notice.tsx'
import { Shell, type ShellProps } from './shell.tsx'
import { Signage } from './signage.tsx'

type AbsentProps = Pick<ShellProps, 'room' | 'current'> & {
  /** "There is no such round here." */
  title: string
  children: ReactNode
  /** Where to go instead. */
  actions: ReactNode
  /** What stands where the thing would be. */
  place?: ReactNode
}

/** In place of something that is not here: what it would have been, what was asked for, where to go. */
export function Absent({ room, current, title, children, actions, place }: AbsentProps) {
  return (
    <Shell room={room} {...(current && { current })}>
      <Frame signage={<Signage title={text.notHere} />}>
        {place}
        <Notice title={title} actions={actions}>
          {children} <AskedFor />
        </Notice>
      </Frame>
    </Shell>
  )
}
