import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Hex } from 'viem'
import { keccak256 } from 'viem'
import { z } from 'zod'
import type { ChainJournal } from './chain-journal.ts'
import { newBlocks } from './chain-replay.ts'

const callSchema = z.looseObject({
  id: z.unknown(),
  method: z.string(),
  params: z.array(z.unknown()).optional(),
})
type Call = z.infer<typeof callSchema>

/** These change the state and mine no block; everything else that changes it shows in a block. */
const STATE_CALLS = /^(anvil|hardhat)_set(Balance|Code|Nonce|StorageAt)$/
const CHANGES = /^(eth_send|anvil_|hardhat_|evm_)/

/** How long a request waits for a chain that is started again. */
const PATIENCE_MS = 12_000
const MINED_WITHIN_MS = 2_000

/** The chain behind the gate; it has another address after each start. */
export type Behind = { url: string }

export type ChainGate = {
  /** Writes down what this chain has mined; from then on requests are passed to it. */
  open(behind: Behind): Promise<void>
  /** Requests wait. */
  shut(): void
  stop(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function callsIn(body: Buffer): Call[] {
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return z.array(callSchema).parse(Array.isArray(parsed) ? parsed : [parsed])
  } catch {
    // The chain itself says what is wrong with it.
    return []
  }
}

/** Which of the calls the chain refused, by their place. */
function refusedIn(answer: Buffer): boolean[] {
  const parsed: { error?: unknown } | { error?: unknown }[] = JSON.parse(answer.toString())
  return (Array.isArray(parsed) ? parsed : [parsed]).map(({ error }) => error !== undefined)
}

const rawOf = ({ method, params }: Call): Hex | null =>
  method === 'eth_sendRawTransaction' && typeof params?.[0] === 'string'
    ? (params[0].toLowerCase() as Hex)
    : null

type Answer = { status: number; body: Buffer }

async function pass(url: string, body: Buffer): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
}

/** What stands between a chain that may be killed and those who use it. */
class Gate {
  private behind: Promise<Behind>
  private let: (behind: Behind) => void = () => {}
  private turn: Promise<unknown> = Promise.resolve()
  private readonly noted = new Map<number, Hex>()
  private readonly journal: ChainJournal
  readonly server: Server

  constructor(journal: ChainJournal) {
    this.journal = journal
    this.behind = this.closed()
    for (const step of journal.read().steps)
      if ('block' in step) this.noted.set(step.block.number, step.block.hash as Hex)
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        process.stderr.write(`verso: the chain's gate: ${String(error)}\n`)
        response.writeHead(500).end()
      })
    })
  }

  private closed(): Promise<Behind> {
    return new Promise((resolve) => {
      this.let = resolve
    })
  }

  async open(behind: Behind): Promise<void> {
    await this.write(behind.url)
    this.let(behind)
    this.behind = Promise.resolve(behind)
  }

  shut(): void {
    this.behind = this.closed()
  }

  /** The chain, waited for; null when it does not come. */
  private async chain(): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS)
    })
    const found = await Promise.race([this.behind, late]).finally(() => clearTimeout(timer))
    return found?.url ?? null
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const calls = callsIn(body)
    const answer = calls.some(({ method }) => CHANGES.test(method))
      ? await this.inTurn(() => this.change(body, calls))
      : await this.read(body)
    if (!answer) return void response.writeHead(503).end()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  }

  /** Once more when the chain ended while it was asked. */
  private async read(body: Buffer): Promise<Answer | null> {
    for (let tries = 0; tries < 2; tries += 1) {
      const url = await this.chain()
      if (!url) return null
      try {
        return await pass(url, body)
      } catch {
        await new Promise((wait) => setTimeout(wait, 100))
      }
    }
    return null
  }

  /** One change after another: the journal has them in the order in which the chain had them. */
  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.turn.then(run)
    this.turn = next.catch(() => {})
    return next
  }

  /** A transaction is on the disk before the chain hears of it, and is answered when its block is there too. */
  private async change(body: Buffer, calls: Call[]): Promise<Answer | null> {
    const url = await this.chain()
    if (!url) return null
    const raws = calls.flatMap((call) => rawOf(call) ?? [])
    this.journal.write(...raws.map((send) => ({ send })))
    const answered = await pass(url, body).catch(() => null)
    if (!answered) return this.afterKill(calls, raws)
    const refused = refusedIn(answered.body)
    const taken: Hex[] = []
    for (const [place, call] of calls.entries()) {
      const { method, params = [] } = call
      const raw = rawOf(call)
      if (raw && refused[place]) this.journal.write({ refused: raw })
      else if (raw) taken.push(raw)
      else if (STATE_CALLS.test(method)) this.journal.write({ call: { method, params } })
    }
    return this.mined(url, taken).then(
      () => answered,
      () => this.afterKill(calls, raws),
    )
  }

  /** A transaction that was on the disk when the chain ended is sent by its next start. */
  private async afterKill(calls: Call[], raws: Hex[]): Promise<Answer | null> {
    const [call] = calls
    const [raw] = raws
    if (!call || !raw || calls.length > 1) return null
    await new Promise((wait) => setTimeout(wait, 100))
    const url = await this.chain()
    if (!url) return null
    await this.mined(url, raws)
    const result = keccak256(raw)
    const known = await this.receiptOf(url, result)
    return known
      ? { status: 200, body: Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: call.id, result })) }
      : null
  }

  private async receiptOf(url: string, hash: Hex): Promise<unknown> {
    const ask = { jsonrpc: '2.0', id: 1, method: 'eth_getTransactionReceipt', params: [hash] }
    const answer = await pass(url, Buffer.from(JSON.stringify(ask)))
    const { result }: { result?: unknown } = JSON.parse(answer.body.toString())
    return result ?? null
  }

  /** The chain mines at once, but answers before; what it refuses is never mined. */
  private async mined(url: string, raws: Hex[]): Promise<void> {
    const until = performance.now() + MINED_WITHIN_MS
    for (const raw of raws)
      while (performance.now() < until && !(await this.receiptOf(url, keccak256(raw))))
        await new Promise((wait) => setTimeout(wait, 5))
    await this.write(url)
  }

  private async write(url: string): Promise<void> {
    const blocks = await newBlocks(url, (number, hash) => this.noted.get(number) === hash)
    this.journal.write(...blocks.map((block) => ({ block })))
    for (const { number, hash } of blocks) this.noted.set(number, hash as Hex)
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((closed) => this.server.close(closed))
  }
}

/** Listens where the chain is to be found, and keeps a journal of all that it is told. */
export async function openGate(port: number, journal: ChainJournal): Promise<ChainGate> {
  const gate = new Gate(journal)
  await new Promise<void>((listening, failed) => {
    gate.server.once('error', failed)
    gate.server.listen(port, '127.0.0.1', listening)
  })
  return gate
}
