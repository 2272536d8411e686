'use client'

import { type Connection, useConnection } from './connection.ts'
import { Dot } from './dot.tsx'
import { FootNotice } from './notice.tsx'

const WORDS: Record<Exclude<Connection, 'here'>, { is: string; next: string }> = {
  offline: { is: 'You are offline.', next: '' },
  unanswered: { is: 'This server does not answer.', next: ' It is asked again by itself.' },
}

type ConnectionBarProps = {
  /** What is not lost meanwhile, in a sentence. */
  kept?: string
}

/** The quiet bar at the foot while the network or the server is away. */
export function ConnectionBar({ kept = 'What is on this page can still be read.' }: ConnectionBarProps) {
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
