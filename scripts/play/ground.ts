import type { Address } from 'viem'
import { type Site, Visitor } from './visitor.ts'

/** The instance's time as people outside meet it: on a local chain it is moved, elsewhere one waits. */
export type PlayClock = {
  /** Unix seconds of the instance's clock. */
  now(): Promise<number>
  /** Resolves when the clock has reached that moment. */
  waitUntil(seconds: number): Promise<void>
}

/** Where a round is played, and what the people in it need from outside. */
export type Ground = {
  site: Site
  clock: PlayClock
  /** Gives accounts what their transactions cost. */
  fund(addresses: readonly Address[]): Promise<void>
  tell(line: string): void
}

export const DAY = 86_400

export const pause = (milliseconds: number) => new Promise((wait) => setTimeout(wait, milliseconds))

/** Asks again until there is an answer. @throws Error naming what did not come */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null>,
  { seconds = 120, everyMs = 250 }: { seconds?: number; everyMs?: number } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error(`${what}: nothing after ${seconds} s`)
    await pause(everyMs)
  }
}

/** The clock of an instance that runs in real time. */
export function waitingClock(site: Site): PlayClock {
  const visitor = new Visitor(site, `0x${'1'.padStart(64, '0')}`)
  const now = async () => (await visitor.ask<{ now: number }>('GET', '/api/v1/clock')).now
  return {
    now,
    async waitUntil(seconds) {
      for (let left = seconds - (await now()); left > 0; left = seconds - (await now()))
        await pause(Math.min(left, 30) * 1000)
    },
  }
}

/** Moves the clock past the newest block: what was just sent lies in the past of any snapshot from here. */
export async function passNewestBlock(ground: Ground, reader: Visitor['reader']): Promise<void> {
  const { timestamp } = await reader.getBlock({ blockTag: 'latest' })
  await ground.clock.waitUntil(Math.max(Number(timestamp), await ground.clock.now()) + 2)
}
