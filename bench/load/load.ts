/**
 * Its own process: sends prepared bodies over connections that are kept, or asks for a page, and prints what came of it. Reads one JSON
 * line from standard input: `LoadTask`.
 */
import { text } from 'node:stream/consumers'
import { Pool } from 'undici'

export type LoadTask = {
  url: string
  headers: Record<string, string>
  /** One for each request; those of a GET are not sent, and of its answers only the status is kept. */
  bodies: string[]
  method?: 'GET' | 'POST'
  connections: number
  /**
   * Sends body n at n/rate seconds, whatever has been answered, after as many empty ones; without it each connection
   * sends when it is free.
   */
  perSecond?: number
}
export type Answer = { status: number; milliseconds: number; body: string }

const task: LoadTask = JSON.parse(await text(process.stdin))
const { origin, pathname } = new URL(task.url)
const { method = 'POST' } = task
// A client that costs less than what it measures: otherwise the server waits for it, and takes ballots one by one.
const pool = new Pool(origin, { connections: task.connections, pipelining: 1 })

async function send(index: number, began: number, bodies = task.bodies): Promise<Answer> {
  const headers = {
    ...task.headers,
    // Each ballot from a client of its own: one client is limited to some hundred a minute.
    'x-forwarded-for': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
  }
  try {
    const answer = await pool.request({
      method,
      path: pathname,
      headers,
      ...(method === 'POST' && { body: bodies[index] ?? '' }),
    })
    const read = await answer.body.text()
    const body = method === 'POST' ? read : ''
    return { status: answer.statusCode, milliseconds: performance.now() - began, body }
  } catch {
    return { status: 0, milliseconds: performance.now() - began, body: '' }
  }
}

async function asFastAsAnswered(bodies = task.bodies): Promise<Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const connection = async () => {
    while (next < bodies.length) {
      const index = next
      next += 1
      answers[index] = await send(index, performance.now(), bodies)
    }
  }
  await Promise.all(Array.from({ length: task.connections }, connection))
  return answers
}

async function atRate(perSecond: number): Promise<Answer[]> {
  // Thousands of clients do not start in one cold process on the machine of the server.
  await asFastAsAnswered(Array.from({ length: perSecond }, () => ''))
  const began = performance.now()
  const waiting: Promise<Answer>[] = []
  while (waiting.length < task.bodies.length) {
    const due = Math.min(task.bodies.length, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    while (waiting.length < due) waiting.push(send(waiting.length, performance.now()))
    await new Promise((wait) => setTimeout(wait, 2))
  }
  return Promise.all(waiting)
}

const began = performance.now()
const answers = task.perSecond ? await atRate(task.perSecond) : await asFastAsAnswered()
const seconds = (performance.now() - began) / 1000
await pool.destroy()
process.stdout.write(JSON.stringify({ seconds, answers }))
