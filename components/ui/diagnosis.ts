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
export const CAUSE_WORDS: Record<Cause, Words> = {
  asking: { because: '', text: 'Nothing was changed.' },
  database: {
    because: 'the database does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  chain: {
    because: 'the chain does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  silent: {
    because: 'this server does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  offline: { because: 'you are offline', text: 'This page tries again by itself as soon as you are not.' },
  server: {
    because: 'this server failed at its own work',
    text: 'Nothing was changed. If trying again does not help, give its operator the code and the time.',
  },
}

/** Causes that pass by themselves: the page tries again once they have. */
export const passes = (cause: Cause): boolean => cause !== 'server' && cause !== 'asking'
