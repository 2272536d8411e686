import { median } from '#bench/cpu.ts'
import { type Measured, measured } from '#bench/load/under-load.ts'

/** As a browser asks for a document. */
const DOCUMENT = { accept: 'text/html', 'accept-encoding': 'gzip' }
const REQUESTS = 4_000
const RENDERED = 400
const CONNECTIONS = 64

type Place = { url: string; pid: number }
/** Requests that a server answers in a second of its CPU. */
export type Served = { kept: number; rendered: number; still: number }

function perSecond({ answers, cpuMicros }: Measured): number {
  const other = answers.find(({ status }) => status !== 200)
  if (other) throw new Error(`a page answered ${other.status}`)
  return 1e6 / cpuMicros
}

async function ask({ url, pid }: Place, headers: Record<string, string>, count: number): Promise<number> {
  const bodies = Array.from({ length: count }, () => '')
  return perSecond(await measured(pid, { url, headers, bodies, method: 'GET', connections: CONNECTIONS }))
}

/** A gallery page as many visitors ask for it, the same rendered for each, and a page of the same Next that never changes. */
export async function served(ours: Place, still: Place, repeats = 5): Promise<Served> {
  const turns: Served[] = []
  for (let turn = 0; turn <= repeats; turn += 1)
    turns.push({
      kept: await ask(ours, DOCUMENT, REQUESTS),
      // Whoever does not ask for a document is given a page of their own.
      rendered: await ask(ours, { ...DOCUMENT, accept: '*/*' }, RENDERED),
      still: await ask(still, DOCUMENT, REQUESTS),
    })
  const middle = (name: keyof Served) => Math.round(median(turns.slice(1).map((turn) => turn[name])))
  return { kept: middle('kept'), rendered: middle('rendered'), still: middle('still') }
}
