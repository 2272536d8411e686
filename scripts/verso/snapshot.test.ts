import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { runVerso } from './command-line.ts'

const SAMPLES = path.resolve(import.meta.dirname, '../../docs/snapshot')
const sample = (name: string) => path.join(SAMPLES, `${name}.json`)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verso-snapshot-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

async function verso(...args: string[]) {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await runVerso(['snapshot', ...args])
  const out = said.mock.calls.map(([text]) => String(text)).join('')
  const err = warned.mock.calls.map(([text]) => String(text)).join('')
  vi.restoreAllMocks()
  return { code, out, err }
}

type Vote = { id: string; created: number }
type Answer = { data: { proposal: { scores: number[] }; votes: Vote[] } }
const read = async (name: string): Promise<Answer> => JSON.parse(await readFile(sample(name), 'utf8'))

describe('verso snapshot', () => {
  test('0, all counts and the differences, for scores that are reproduced', async () => {
    const { code, out } = await verso(sample('tie-by-place'))
    expect(code).toBe(0)
    expect(out).toContain('Made sample: tie-by-place')
    expect(out).toContain('winner  published 1. Tide; compatible 1. Tide; exact 2. Two inks')
    expect(out).toContain('Published = compatible, to the last bit')
  })

  test('1 for scores that are not', async () => {
    const answer = await read('weighted-clean')
    answer.data.proposal.scores[0] = 1
    await writeFile(path.join(folder, 'changed.json'), JSON.stringify(answer))
    const { code, out } = await verso(path.join(folder, 'changed.json'))
    expect(code).toBe(1)
    expect(out).toContain('more than rounding can')
  })

  test('2 for a list with a vote less, and for what is no proposal', async () => {
    const answer = await read('weighted-clean')
    answer.data.votes.pop()
    await writeFile(path.join(folder, 'short.json'), JSON.stringify(answer))
    const { code, out } = await verso(path.join(folder, 'short.json'))
    expect(code).toBe(2)
    expect(out).toContain('list-incomplete')
    await writeFile(path.join(folder, 'none.json'), '[]')
    const none = await verso(path.join(folder, 'none.json'))
    expect(none).toMatchObject({ code: 2, out: '' })
    expect(none.err).toContain('no-proposal')
  })

  test('a folder of pages in their order, and a report for programs', async () => {
    const pages = await mkdtemp(path.join(folder, 'pages-'))
    const { data } = await read('weighted-clean')
    await writeFile(path.join(pages, '0.json'), JSON.stringify({ data: { proposal: data.proposal } }))
    for (let page = 1; page <= 12; page += 1) {
      const votes = data.votes.slice(5 * page - 5, 5 * page)
      await writeFile(path.join(pages, `${page}.json`), JSON.stringify({ data: { votes } }))
    }
    await copyFile(path.join(SAMPLES, 'README.md'), path.join(pages, 'README.md'))
    const { code, out } = await verso(pages, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 0,
      verdict: { kind: 'equal', order: 'in the order given' },
      votes: { given: 60, compatible: 60, exact: 60 },
    })
  })

  test('names of choices cannot reach the terminal', async () => {
    const answer = JSON.parse(await readFile(sample('tie-by-place'), 'utf8'))
    answer.data.proposal.choices[0] = '\u001b[2J\u202eTide'
    answer.data.votes[0].choice = '\u009b'
    await writeFile(path.join(folder, 'marks.json'), JSON.stringify(answer))
    const { out } = await verso(path.join(folder, 'marks.json'))
    expect(out).toContain('Tide')
    const { out: json } = await verso(path.join(folder, 'marks.json'), '--json')
    for (const mark of ['\u001b', '\u009b', '\u202e']) expect(out + json).not.toContain(mark)
    expect(JSON.parse(json).choices[0].name).toBe('\u001b[2J\u202eTide')
  })

  test.each([
    ['nothing', []],
    ['no such file', ['nowhere.json']],
    ['a folder without JSON', [import.meta.dirname]],
    ['an address that is none', ['0x01', '--url', 'hub']],
    ['two proposals of a hub', ['0x01', '0x02', '--url', 'http://127.0.0.1:9']],
  ])('64 for %s', async (_name, args) => {
    const { code, err } = await verso(...args)
    expect(code).toBe(64)
    expect(err).toContain('verso snapshot <file|folder>')
  })
})

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

describe('a hub', () => {
  let hub: Server | undefined
  afterEach(() => new Promise<void>((done) => (hub ? hub.close(() => done()) : done())))

  /** Answers as Snapshot’s hubs do: sorted, filtered, at most 1,000 at a time, never far beyond the first. */
  async function serve(answer: Answer['data'], status = 200): Promise<string> {
    hub = createServer(async (request, response) => {
      const { query, variables } = await bodyOf(request)
      response.writeHead(status, { 'content-type': 'application/json' })
      if (!query.includes('votes('))
        return response.end(JSON.stringify({ data: { proposal: answer.proposal } }))
      const { first, skip, from } = variables
      if (skip > 5000) return response.end(JSON.stringify({ errors: [{ message: 'skip' }], data: null }))
      const votes = answer.votes
        .toSorted((a, b) => a.created - b.created)
        .filter(({ created }) => created >= from)
        .slice(skip, skip + Math.min(first, 1000))
      return response.end(JSON.stringify({ data: { votes } }))
    })
    await new Promise<void>((ready) => hub?.listen(0, '127.0.0.1', ready))
    return `http://127.0.0.1:${(hub.address() as AddressInfo).port}/graphql`
  }

  test('gives all its votes once, however many there are in one second', async () => {
    const { data } = await read('single-choice-clean')
    const votes = Array.from({ length: 4321 }, (_, at) => ({
      ...data.votes[0],
      id: `0x${at}`,
      voter: `0x${String(at).padStart(40, '0')}`,
      // 2,400 in one second, and a page that ends within it.
      created: 1_790_000_000 + (at < 700 ? at : at < 3100 ? 700 : at),
      choice: 1,
      vp: 1,
    }))
    const proposal = { ...data.proposal, scores: [4321, 0, 0, 0, 0], scores_total: 4321, votes: 4321 }
    const { code, out } = await verso('0x01', '--url', await serve({ proposal, votes }), '--json')
    expect(JSON.parse(out)).toMatchObject({ votes: { given: 4321, exact: 4321 }, findings: [] })
    expect(code).toBe(0)
  })

  test('that refuses or is not there is said, with 2', async () => {
    const { data } = await read('single-choice-clean')
    const refused = await verso('0x01', '--url', await serve(data, 429))
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toContain('hub-refuses')
    const away = await verso('0x01', '--url', 'http://127.0.0.1:9')
    expect(away).toMatchObject({ code: 2 })
    expect(away.err).toContain('hub-unreachable')
  })
})
