import { readFileSync } from 'node:fs'
import type { RunningChild } from './child.ts'

export type Supervised = {
  child(): RunningChild
  stop(): Promise<void>
}

type Program = {
  name: string
  logFile: string
  /** Starts it and resolves once it may be used. */
  start(): Promise<RunningChild>
}

type Notices = {
  /** Told of each process that runs, the first one too. */
  started(child: RunningChild): void
  gaveUp(said: string): void
}

const PAUSE_MS = 1_000
const MOST_RESTARTS = 20
/** Only restarts within this time count: a program that runs for weeks may be killed as often as it likes. */
const WINDOW_MS = 5 * 60_000

/** The last lines of a log, for a message. */
export function lastLines(file: string, count = 8): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

/** Counts what happens too often: true when it has happened more than `most` times within the window. */
export function restartLimit(most = MOST_RESTARTS, windowMs = WINDOW_MS) {
  let ends: number[] = []
  return (now: number): boolean => {
    ends = [...ends.filter((end) => now - end < windowMs), now]
    return ends.length > most
  }
}

/**
 * Keeps a program running: one that ends by itself is started again after a pause, with whatever it left
 * behind ended first. Throws when the first start fails.
 */
export async function supervise(program: Program, { started, gaveUp }: Notices): Promise<Supervised> {
  const isTooOften = restartLimit()
  let stopping = false
  let child = await program.start()
  started(child)

  async function again(): Promise<string | null> {
    await child.stop()
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    if (stopping) return null
    try {
      child = await program.start()
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    if (stopping) await child.stop()
    else started(child)
    return null
  }

  async function watch(): Promise<void> {
    let failure: string | null = null
    while (!stopping) {
      const ended: string = failure ?? `it ended with ${await child.exited}`
      if (stopping) return
      if (isTooOften(performance.now()))
        return gaveUp(`The ${program.name} ends again and again: ${ended}\n${lastLines(program.logFile)}`)
      process.stderr.write(`verso: the ${program.name} is started again (${ended}).\n`)
      failure = await again()
    }
  }

  const watching = watch()
  return {
    child: () => child,
    async stop() {
      stopping = true
      await child.stop()
      await watching
    },
  }
}
