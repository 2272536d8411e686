import type { Credentials } from '#lib/provenance/schema.ts'

export type CredentialsOrder = {
  picture: Uint8Array
  mime: string
  /** Certificates that are trusted, in PEM; null trusts nobody. */
  roots: string | null
  /** The manifest store, where it stands beside the file. */
  sidecar?: Uint8Array | null
}

export type CredentialsAnswer =
  | { kind: 'done'; result: Credentials | null }
  /** `credentials-engine`: it did not arrive, or this browser does not run it. */
  | { kind: 'failed'; code: string }

type Message = CredentialsAnswer | { kind: 'progress'; progress: { loaded: number } }

/** The engine as it runs; a third of it goes over the wire. */
export const ENGINE_BYTES = 8_434_898

/** Longer than a large picture takes on a slow telephone, or than the engine takes to say that more of it has come. */
const MOST_SILENCE_MS = 30_000

/** The engine keeps some memory of every file. */
const FILES_PER_WORKER = 200

/**
 * Why a file was not read, none of it the file's own word: `credentials-engine`, `credentials-slow`,
 * `credentials-stopped`.
 */
export class CredentialsFault extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type CredentialsThread = {
  /** @throws CredentialsFault */
  read(order: CredentialsOrder, tell?: (loaded: number) => void): Promise<Credentials | null>
  /** Whatever is read now is given up. */
  end(): void
}

const startWorker = (): Worker =>
  new Worker(new URL('./credentials-worker.ts', import.meta.url), { type: 'module' })

/**
 * A thread that reads credentials, one file after the other. The engine is loaded with the first. A file over which it
 * falls silent, or falls, costs that file its answer and no other.
 * @param start for tests
 */
export function openCredentialsThread(start: () => Worker = startWorker): CredentialsThread {
  let worker: Worker | null = null
  let taken = 0
  let giveUp: ((code: string) => void) | null = null
  let last: Promise<unknown> = Promise.resolve()

  function end(): void {
    giveUp?.('credentials-stopped')
    worker?.terminate()
    worker = null
    taken = 0
  }

  function ask(order: CredentialsOrder, tell: (loaded: number) => void): Promise<Credentials | null> {
    if (taken === FILES_PER_WORKER) end()
    taken += 1
    worker ??= start()
    const asked = worker
    return new Promise((resolve, reject) => {
      const listening = new AbortController()
      let silence: ReturnType<typeof setTimeout>
      const settle = () => {
        clearTimeout(silence)
        listening.abort()
        giveUp = null
      }
      giveUp = (code) => {
        settle()
        asked.terminate()
        worker = null
        taken = 0
        reject(new CredentialsFault(code))
      }
      const wait = () => {
        clearTimeout(silence)
        silence = setTimeout(() => giveUp?.('credentials-slow'), MOST_SILENCE_MS)
      }
      const hear = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'failed') return giveUp?.(data.code)
        if (data.kind === 'progress') {
          wait()
          return tell(data.progress.loaded)
        }
        settle()
        resolve(data.result)
      }
      const { signal } = listening
      asked.addEventListener('message', hear, { signal })
      asked.addEventListener('error', () => giveUp?.('credentials-stopped'), { signal })
      wait()
      asked.postMessage(order)
    })
  }

  return {
    read(order, tell = () => {}) {
      const turn = last.then(() => ask(order, tell))
      last = turn.catch(() => {})
      return turn
    },
    end,
  }
}
