'use client'

import * as text from '#messages/ui/connection-bar.ts'
import { type Connection, useConnection } from './connection.ts'
import { Dot } from './dot.tsx'
import { FootNotice } from './notice.tsx'

const WORDS: Record<Exclude<Connection, 'here'>, { is: string; next: string }> = {
  offline: text.offline,
  unanswered: text.unanswered,
}

type ConnectionBarProps = {
  /** What is not lost meanwhile, in a sentence. */
  kept?: string
}

/** The quiet bar at the foot while the network or the server is away. */
export function ConnectionBar({ kept = text.kept }: ConnectionBarProps) {
  const connection = useConnection()
  if (connection === 'here') return <FootNotice />
  const { is, next } = WORDS[connection]
  return (
    <FootNotice>
      <Dot kind="waiting" className="mr-2" />
      <b>{is}</b> {kept}
      {next}
    </FootNotice>
  )
}
