import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { leafHashesFrom } from '#lib/ballots/data.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { routesOf, serveLoopback } from '#scripts/testing/loopback-api.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'

const script = path.resolve(import.meta.dirname, '../verso.ts')
/** Each run of the command starts a process. */
const PATIENCE = 120_000
const VOTERS = ['anna', 'ben', 'carl', 'dora', 'emil']
const FORKED: Bytes32 = `0x${'f0'.repeat(32)}`

let instance: Instance
let honest: Awaited<ReturnType<typeof serveLoopback>>
let folder = ''
const running: ChildProcess[] = []
beforeAll(async () => {
  instance = await withInstance()
  honest = await serveLoopback(await routesOf(instance))
  folder = await mkdtemp(path.join(tmpdir(), 'verso-watch-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  const { db } = await import('#lib/platform/db.ts')
  await honest.close()
  await db().$disconnect()
  await instance.stop()
  await rm(folder, { recursive: true, force: true })
})

type Outcome = { code: number; stdout: string; stderr: string }
type Line = { level: string; code: string; says: string; evidence: string | null; calls: Call[] }
type Call = { name: string; to: `0x${string}`; data: `0x${string}` }

function watch(url: string, ...args: string[]): Promise<Outcome> {
  const all = ['--conditions=react-server', script, 'watch', url, '--rpc', instance.control.url, ...args]
  const options = { env: { ...process.env, CHAIN_RPC_URL: '' }, cwd: folder }
  return new Promise((resolve) => {
    execFile(process.execPath, all, options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

const linesOf = ({ stdout }: Outcome): Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

type VotingRound = Awaited<ReturnType<typeof votingRoundWith>>

const votingRound = () =>
  votingRoundWith(instance, Object.fromEntries(VOTERS.map((name) => [name, 1n])), ['Low tide', 'High tide'])

async function vote(round: VotingRound, voter: string): Promise<Receipt> {
  const answer = await acceptBallot(
    instance.services,
    round.roundId,
    await signedBallot(instance, round, voter, [1]),
  )
  if (answer.kind === 'refused') throw answer.error
  return answer.receipt
}

/** A head that the operator's own key signs, of a log that the operator made up. */
async function signHead({ roundId, rules }: VotingRound, tree: LogTree) {
  const signedAt = String(await instance.now())
  const head = { round: roundId, size: String(tree.size), root: tree.root(), signedAt }
  return { head, signature: await accountOf('operator').sign({ hash: headDigest(rules, head) }) }
}

/** A peer that passes everything on, and shows another log of the round, signed by the operator. */
async function forkingPeer(round: VotingRound, hashes: readonly Bytes32[]) {
  const tree = new LogTree(hashes)
  const { head, signature } = await signHead(round, tree)
  const shown = {
    size: tree.size,
    root: head.root,
    signedAt: Number(head.signedAt),
    signature,
    anchorTx: null,
  }
  return serveLoopback(async (request) => {
    const { pathname, searchParams, search } = new URL(request.url)
    if (!pathname.startsWith(`/api/v1/rounds/${round.roundId}/`))
      return fetch(`${honest.url}${pathname}${search}`)
    const from = Number(searchParams.get('cursor') ?? 0)
    if (pathname.endsWith('/log/heads')) return Response.json({ items: [shown], nextCursor: null })
    if (pathname.endsWith('/log/hashes'))
      return Response.json({
        items: hashes.slice(from).map((hash, at) => ({ index: from + at, hash })),
        nextCursor: null,
      })
    return Response.json({
      path: tree.consistencyPath(Number(searchParams.get('first')), Number(searchParams.get('second'))),
    })
  })
}

const frozenOf = async ({ roundId, rules }: VotingRound) =>
  (
    await instance.client.readContract({
      address: rules.collection,
      abi: collectionAbi,
      functionName: 'roundOf',
      args: [roundId],
    })
  ).frozen

async function sendAsStranger({ to, data }: Pick<Call, 'to' | 'data'>): Promise<void> {
  await instance.fund('stranger')
  await instance.mined(await instance.walletFor('stranger').sendTransaction({ to, data }))
}

it(
  'finds an honest round well, remembers it, and freezes it when its operator shows two logs',
  async () => {
    const round = await votingRound()
    const receipt = await vote(round, 'anna')
    await vote(round, 'ben')
    await writeFile(path.join(folder, 'anna.json'), JSON.stringify(receipt))
    const given = ['--once', '--state', 'state.json', '--receipt', 'anna.json', '--evidence', 'proofs']

    const first = await watch(honest.url, ...given)
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(
      /^\d\d:\d\d:\d\d Harbour lights: voting, 2 ballots, head signed, seen for the first time, not anchored yet$/m,
    )
    expect(first.stdout).toContain('receipt anna.json: ballot 1 is in the log')
    expect(first.code).toBe(0)

    await vote(round, 'carl')
    await instance.moveTo((await instance.now()) + round.rules.headInterval)
    expect(await anchorHead(instance.services, round.rowId)).toBe('anchored')
    const second = await watch(honest.url, ...given)
    expect(second.stdout).toMatch(
      /3 ballots, head signed, consistent with \d\d:\d\d:\d\d, anchored in block \d+$/m,
    )
    expect(second.code).toBe(0)
    expect(await readdir(path.join(folder, 'proofs'))).toEqual([])

    const hashes = await leafHashesFrom(instance.services.db, round.rowId, 0)
    const forked = await forkingPeer(round, [...hashes.slice(0, 2), FORKED])
    const elsewhere = await watch(forked.url, ...given)
    expect(elsewhere).toMatchObject({ code: 64 })
    const state = await readFile(path.join(folder, 'state.json'), 'utf8')
    await writeFile(path.join(folder, 'state.json'), state.replace(honest.url, forked.url))

    const caught = await watch(forked.url, ...given)
    await forked.close()
    expect(caught.code).toBe(1)
    expect(caught.stdout).toContain('FRAUD: ')
    expect(caught.stdout).toContain('signed two logs of 3 ballots')
    const [file = ''] = await readdir(path.join(folder, 'proofs'))
    const evidence = JSON.parse(await readFile(path.join(folder, 'proofs', file), 'utf8'))
    expect(evidence).toMatchObject({ kind: 'equivocation', round: round.roundId, heads: [{}, {}] })
    const [, to = '', data = ''] =
      /proveEquivocation.*to (0x[0-9a-f]{40}),.*\n\s+(0x[0-9a-f]+)/.exec(caught.stdout) ?? []
    expect([to, data]).toEqual([evidence.calls[0].to, evidence.calls[0].data])

    expect(await frozenOf(round)).toBe(false)
    await sendAsStranger({ to: to as Call['to'], data: data as Call['data'] })
    expect(await frozenOf(round)).toBe(true)
  },
  PATIENCE,
)

it(
  'finds a receipt that was dropped, and proves it once the log is sealed',
  async () => {
    const round = await votingRound()
    for (const voter of ['anna', 'ben', 'carl']) await vote(round, voter)
    const hashes = await leafHashesFrom(instance.services.db, round.rowId, 0)
    const other = await vote(round, 'dora')
    const leaf = { ...other.leaf, random16: `0x${'11'.repeat(16)}` } as const
    const promised = new LogTree([...hashes, leafHashOf(leafBytes(leaf))])
    const { head, signature } = await signHead(round, promised)
    const receipt: Receipt = {
      leaf,
      leafIndex: 3,
      path: promised.inclusionPath(3),
      head,
      headSignature: signature,
    }
    await writeFile(path.join(folder, 'dora.json'), JSON.stringify(receipt))
    await vote(round, 'emil')
    // The operator hides the head that would show two logs of one size.
    await instance.services.db.head.deleteMany({ where: { roundRowId: round.rowId, size: 4 } })

    const url = `${honest.url}/api/v1/rounds/${round.roundId}`
    const given = [
      '--once',
      '--json',
      '--state',
      'dora-state.json',
      '--receipt',
      'dora.json',
      '--evidence',
      'dropped',
    ]
    const voting = await watch(url, ...given)
    expect(voting.code).toBe(1)
    const early = linesOf(voting).find(({ level }) => level === 'fraud')
    expect(early).toMatchObject({ code: 'dropped', calls: [{ name: 'anchorHead' }] })

    await instance.moveTo(round.rules.closesAt)
    expect(await anchorHead(instance.services, round.rowId)).toBe('anchored')
    await instance.moveTo(round.rules.closesAt + round.rules.sealGrace)
    await instance.control.mine()
    const sealed = await watch(url, ...given)
    expect(sealed.code).toBe(1)
    const found = linesOf(sealed).find(({ calls }) => calls.some(({ name }) => name === 'proveDropped'))
    const evidence = JSON.parse(await readFile(found?.evidence ?? '', 'utf8'))
    expect(evidence).toMatchObject({ kind: 'dropped', sealed: { size: 5 }, receipt: { leafIndex: 3 } })
    expect(JSON.stringify(evidence)).not.toContain('choices')
    expect(evidence.calls[0].proof.length).toBeGreaterThan(0)

    await sendAsStranger(evidence.calls[0])
    expect(await frozenOf(round)).toBe(true)
  },
  PATIENCE,
)

/** The command without `--once`, and what it has said so far. */
function keepWatching(url: string, ...args: string[]) {
  const all = ['--conditions=react-server', script, 'watch', url, '--rpc', instance.control.url, ...args]
  const child = spawn(process.execPath, [...all, '--every', '1', '--evidence', 'kept'], { cwd: folder })
  running.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  return {
    said: () => text,
    async end(signal: NodeJS.Signals) {
      child.kill(signal)
      return once(child, 'exit')
    },
  }
}

it(
  'goes on, says what changes, and ends when it is told to',
  async () => {
    const round = await votingRound()
    await vote(round, 'anna')
    const watching = keepWatching(honest.url)
    const says = (words: string) => expect.poll(watching.said, { timeout: 30_000 }).toContain(words)
    await says('voting, 1 ballot, head signed, seen for the first time')
    await vote(round, 'ben')
    await says('voting, 2 ballots, head signed, consistent with')
    const later = await votingRound()
    await vote(later, 'carl')
    await expect.poll(() => watching.said().split('voting, 1 ballot').length, { timeout: 30_000 }).toBe(3)
    expect(await watching.end('SIGTERM')).toEqual([0, null])
    expect(watching.said()).not.toContain('FRAUD')
    expect(watching.said().split('consistent with').length).toBe(2)

    const warned = keepWatching(honest.url, '--state', 'dora-state.json')
    await expect.poll(warned.said, { timeout: 30_000 }).toContain('FRAUD')
    expect(await warned.end('SIGINT')).toEqual([1, null])
  },
  PATIENCE,
)
