import * as text from '#messages/ui/diagnosis.ts'

/** What a page finds out about its server when something could not be read. */
export type Cause = 'asking' | 'database' | 'chain' | 'server' | 'silent' | 'offline'

type Health = { ok?: boolean; database?: boolean; chain?: boolean }

/** Asks the server which of its parts does not answer. */
export async function askCause(signal: AbortSignal): Promise<Cause> {
  if (!navigator.onLine) return 'offline'
  try {
    const response = await fetch('/api/v1/health', { cache: 'no-store', signal })
    const health: Health = await response.json()
    if (health.database === false) return 'database'
    return health.chain === false ? 'chain' : 'server'
  } catch {
    return navigator.onLine ? 'silent' : 'offline'
  }
}

type Words = { because: string; text: string }

/** What follows "The wall cannot be read", and what to expect. */
export const CAUSE_WORDS: Record<Cause, Words> = text.causes

/** Causes that pass by themselves: the page tries again once they have. */
export const passes = (cause: Cause): boolean => cause !== 'server' && cause !== 'asking'
