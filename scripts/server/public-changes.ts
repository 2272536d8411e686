import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

const AGAIN_MS = 1_000

export type PublicChanges = {
  /** False while changes would not be heard. */
  isHeard(): boolean
  stop(): Promise<void>
}

/**
 * Listens to the database for changes of what everybody sees (migration 20261129040000_public_changes), and connects
 * again when it was gone. `onChange` is called for each, and whenever changes may have been missed.
 */
export function listenForChanges(databaseUrl: string, onChange: () => void): PublicChanges {
  const stopping = new AbortController()
  let heard: Client | null = null

  async function listen(): Promise<void> {
    const client = new Client({ connectionString: databaseUrl, keepAlive: true })
    const gone = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
      stopping.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    client.on('notification', onChange)
    try {
      await client.connect()
      await client.query('LISTEN verso_public')
      onChange()
      heard = client
      await gone
    } finally {
      heard = null
      onChange()
      await client.end().catch(() => {})
    }
  }

  async function keepListening(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(() => {})
      await wait(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const ended = keepListening()
  return {
    isHeard: () => heard !== null,
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
