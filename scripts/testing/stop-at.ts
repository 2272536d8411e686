/** What a process meets at its ports once it has been stopped: nothing it does has an effect any more. */
class Stopped extends Error {
  override name = 'Stopped'
}

/** These only look at what the process has in hand, or are done for it when it has ended. */
const INSIDE = new Set([
  'id',
  'model',
  'capabilities',
  'quote',
  'parseWebhook',
  'stream',
  '$on',
  '$extends',
  '$disconnect',
  'on',
  'off',
  'release',
  'then',
])

export type StoppableProcess = {
  /** The port as this process sees it. */
  of<T extends object>(name: string, port: T): T
  /** The calls it has made, in their order. */
  calls: string[]
  isStopped(): boolean
}

/**
 * A process whose every call to the outside is counted, and that can be stopped before any of them. What it did
 * before the nth call has happened, whether it learned of it or not.
 * @param before the call that is not made any more, from 1; null for a process that lives on
 */
export function stoppableProcess(before: number | null): StoppableProcess {
  const calls: string[] = []
  let stopped = false

  async function call(name: string, run: () => unknown): Promise<unknown> {
    if (!stopped) stopped = calls.push(name) === before
    if (stopped) throw new Stopped(`stopped before ${name}`)
    const answer = await run()
    if (stopped) throw new Stopped(`stopped while ${name} was under way`)
    return answer
  }

  /** What is handed to a callback, as a transaction is, is a port too. */
  const handed = (name: string, given: unknown): unknown =>
    typeof given === 'function'
      ? (inner: object, ...rest: unknown[]) => given(of(`${name} › `, inner), ...rest)
      : given

  function of<T extends object>(name: string, port: T): T {
    return new Proxy(port, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target)
        if (typeof key === 'symbol' || INSIDE.has(key)) return value
        if (typeof value === 'function')
          return (...given: unknown[]) =>
            call(`${name}${key}`, () =>
              Reflect.apply(
                value,
                target,
                given.map((argument) => handed(`${name}${key}`, argument)),
              ),
            )
        return typeof value === 'object' && value !== null ? of(`${name}${key}.`, value) : value
      },
    })
  }
  return { of, calls, isStopped: () => stopped }
}

type Comes = 'twice' | 'never'

/** These change nothing outside: to be stopped after one is to be stopped before it. */
const READS =
  /(find\w*|count|get\w*|has|size|read\w*|simulate\w*|estimate\w*|multicall|call|waitFor\w*|poll|reconcile|fetchArtifacts)$/

/** The places to stop another process at, from the calls of one that lived on: after each change, and its end. */
export function stopsOf(calls: readonly string[]): { before: number; name: string; comes: Comes }[] {
  const isRead = (name: string | undefined) => name !== undefined && READS.test(name)
  return [...calls, 'its end'].flatMap((name, index) =>
    isRead(calls[index - 1])
      ? []
      : (['twice', 'never'] as const).map((comes) => ({ before: index + 1, name, comes })),
  )
}
