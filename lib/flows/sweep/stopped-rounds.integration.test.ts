import { afterAll, beforeAll, expect, it } from 'vitest'
import { leafHashesFrom, listHeads } from '#lib/ballots/data.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { endMissed, numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { logRoot } from '#lib/protocol/log-tree.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { addressOf, frozenRound, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { type StoppableProcess, stoppableProcess, stopsOf } from '#scripts/testing/stop-at.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { dueRounds } from './due-rounds.ts'

type HeldRound = Awaited<ReturnType<typeof votingRoundWith>>

/** Long enough for an interval of heads after each stop. */
const LONG = { votingSeconds: 30 * 86_400, headInterval: 60 }

let instance: Instance
let voting: HeldRound
let sealed: HeldRound
let unopened: Awaited<ReturnType<typeof frozenRound>>[] = []

beforeAll(async () => {
  instance = await withInstance()
  const { services } = instance
  services.storage = memoryStorage()
  sealed = await votingRoundWith(instance, { anna: 3n, bert: 2n }, ['One', 'Two'])
  for (const voter of ['anna', 'bert', 'nobody']) {
    const answer = await acceptBallot(
      services,
      sealed.roundId,
      await signedBallot(instance, sealed, voter, [1]),
    )
    if (answer.kind === 'refused') throw answer.error
  }
  await instance.moveTo(sealed.rules.closesAt)
  await anchorHead(services, sealed.rowId)
  await instance.moveTo(sealed.rules.closesAt + sealed.rules.sealGrace)
  await instance.control.mine()
  await followChain(services)
  voting = await votingRoundWith(instance, { anna: 1n }, ['One', 'Two'], LONG)
  unopened = []
})
afterAll(() => instance.stop())

/** The instance as one process sees it. */
function servicesOf(process: StoppableProcess): Services {
  const { services } = instance
  const chain = process.of('chain.', services.chain)
  const pool = process.of('pool.', services.pool)
  return {
    ...services,
    db: process.of('db.', services.db),
    pool: { end: () => pool.end(), connect: async () => process.of('connection.', await pool.connect()) },
    chain,
    clientFor: (id) => (id === services.chainId ? chain : null),
    storage: process.of('storage.', services.storage),
    operatorWallet: () => process.of('wallet.', services.operatorWallet()),
  }
}

type Case = {
  /** The job, by whichever process. */
  run(services: Services): Promise<unknown>
  end(): Promise<unknown>
}

type Scene = { prepare(n: number): Promise<Case> }

const JOBS = {
  'number-candidates': numberCandidates,
  'anchor-head': anchorHead,
  'close-round': countRound,
  'end-missed': endMissed,
} as const

/** What a worker's sweep does, for one round. */
async function sweep(rowId: string): Promise<void> {
  const { services } = instance
  await followChain(services)
  const { timestamp } = await instance.client.getBlock()
  for (const due of await dueRounds(services, Number(timestamp)))
    if (due.rowId === rowId && due.job in JOBS) await JOBS[due.job as keyof typeof JOBS](services, rowId)
  await followChain(services)
}

async function logOf(round: HeldRound) {
  const { db } = instance.services
  const rows = await db.logLeaf.findMany({ where: { roundRowId: round.rowId }, orderBy: { index: 'asc' } })
  const hashes = await leafHashesFrom(db, round.rowId, 0)
  const heads = await listHeads(db, round)
  return {
    isDense: rows.every(({ index }, place) => index === place),
    headsHold: heads.every(({ size, head }) => head.root === logRoot(hashes.slice(0, size))),
    isCovered: heads.some(({ size }) => size === rows.length),
  }
}

/** A voter's ballot, sent until it is answered. */
const ballot: Scene = {
  async prepare(n) {
    const voter = `voter ${n}`
    const post = await signedBallot(instance, voting, voter, [1, 2])
    return {
      run: (services) => acceptBallot(services, voting.roundId, post),
      async end() {
        const answer = await acceptBallot(instance.services, voting.roundId, post)
        if (answer.kind === 'refused') throw answer.error
        await verifyReceipt(answer.receipt, { rules: voting.rules, operator: addressOf('operator') })
        const where = { roundRowId: voting.rowId, voter: addressOf(voter) }
        return {
          leaves: await instance.services.db.logLeaf.count({ where }),
          refusals: await instance.services.db.refusal.count({ where }),
          ...(await logOf(voting)),
        }
      },
    }
  },
}

/** The head of a log that grew, an interval later. */
const head: Scene = {
  async prepare(n) {
    const { services } = instance
    const post = await signedBallot(instance, voting, `header ${n}`, [1])
    await acceptBallot(services, voting.roundId, post)
    await instance.moveTo((await instance.now()) + voting.rules.headInterval)
    const address = services.operator().address
    const before = await instance.client.getTransactionCount({ address })
    const size = await services.db.logLeaf.count({ where: { roundRowId: voting.rowId } })
    return {
      run: (given) => anchorHead(given, voting.rowId),
      async end() {
        await sweep(voting.rowId)
        const { facts } = await roundOnChain(services, voting.roundId)
        return {
          anchored: facts.anchors.filter((anchor) => anchor.size === size).length,
          isLast: facts.anchors.at(-1)?.size === size,
          paidFor: (await instance.client.getTransactionCount({ address })) - before,
        }
      },
    }
  },
}

/** A sealed round, not counted yet. */
const count: Scene = {
  async prepare() {
    const { db, storage } = instance.services
    await db.closing.deleteMany({ where: { roundRowId: sealed.rowId } })
    await db.power.deleteMany({ where: { roundRowId: sealed.rowId } })
    return {
      run: (given) => countRound(given, sealed.rowId),
      async end() {
        await sweep(sealed.rowId)
        const closings = await db.closing.findMany({ where: { roundRowId: sealed.rowId } })
        const files = Object.entries((closings[0]?.files ?? {}) as Record<string, string>)
        const kept = await Promise.all(
          files.map(
            async ([, key]) => fileHashOf((await storage.get(key)) ?? new Uint8Array()) === `sha256:${key}`,
          ),
        )
        return {
          closings: closings.map(({ attempt, bundleDigest, resultHash }) => ({
            attempt,
            bundleDigest,
            resultHash,
          })),
          files: files.length,
          kept: kept.filter(Boolean).length,
          powers: await db.power.count({ where: { roundRowId: sealed.rowId } }),
        }
      },
    }
  },
}

/** Everything that the chain says of the rounds, not read yet. */
const follow: Scene = {
  async prepare() {
    const { db } = instance.services
    await db.chainEvent.deleteMany()
    await db.chainBlock.deleteMany()
    return {
      run: (given) => followChain(given),
      async end() {
        await followChain(instance.services)
        const events = await db.chainEvent.findMany({
          orderBy: [{ blockNumber: 'asc' }, { logIndex: 'asc' }],
        })
        const [cursor] = await db.chainBlock.findMany({ orderBy: { number: 'desc' }, take: 1 })
        return {
          events: events.map(({ name, blockNumber, logIndex }) => `${name} ${blockNumber} ${logIndex}`),
          isLevel: cursor?.number === (await instance.client.getBlockNumber()),
        }
      },
    }
  },
}

/** A round whose admission is over, with works on its wall. */
async function unnumbered(): Promise<HeldRound> {
  const round = await frozenRound(instance, {})
  await hangWorks(instance.services, round.rowId, ['One', 'Two', 'Three'])
  return round
}

const number: Scene = {
  async prepare() {
    const { db } = instance.services
    const round = unopened[0] ?? (await unnumbered())
    unopened[0] = round
    await instance.moveTo(round.rules.submissionsCloseAt)
    await db.candidate.updateMany({
      where: { roundRowId: round.rowId },
      data: { number: null, record: null },
    })
    await db.round.update({
      where: { id: round.rowId },
      data: { candidateRoot: null, candidateCount: null, status: 'submissions', cancelReason: null },
    })
    await db.auditEntry.deleteMany({ where: { subject: round.rowId } })
    return {
      run: (given) => numberCandidates(given, round.rowId),
      async end() {
        await sweep(round.rowId)
        const row = await db.round.findUniqueOrThrow({ where: { id: round.rowId } })
        const works = await db.candidate.findMany({
          where: { roundRowId: round.rowId },
          orderBy: { number: 'asc' },
        })
        return {
          root: row.candidateRoot,
          count: row.candidateCount,
          works: works.map(({ number: given, record, contentHash }) => ({ given, record, contentHash })),
          audits: await db.auditEntry.count({ where: { subject: round.rowId, action: 'round.number' } }),
        }
      },
    }
  },
}

/** A round that its director did not open in time. */
const missed: Scene = {
  async prepare() {
    const { db } = instance.services
    const round = unopened[0] ?? (await unnumbered())
    unopened[0] = round
    await instance.moveTo(round.rules.opensAt + 1)
    await instance.control.mine()
    await db.round.update({
      where: { id: round.rowId },
      data: { status: 'submissions', cancelReason: null },
    })
    await db.auditEntry.deleteMany({ where: { subject: round.rowId } })
    return {
      run: (given) => endMissed(given, round.rowId),
      async end() {
        await sweep(round.rowId)
        const row = await db.round.findUniqueOrThrow({ where: { id: round.rowId } })
        return {
          status: row.status,
          reason: row.cancelReason,
          audits: await db.auditEntry.count({ where: { subject: round.rowId, action: 'round.open-missed' } }),
        }
      },
    }
  },
}

let cases = 0

it.each<[string, Scene]>([
  ['a chain to follow', follow],
  ['a ballot', ballot],
  ['a head to anchor', head],
  ['a round to count', count],
  ['a wall to number', number],
  ['a round that was missed', missed],
])(
  '%s: stopped at each step, it comes twice or never, and in the end it is as if nothing had happened',
  {
    timeout: 180_000,
  },
  async (_, { prepare }) => {
    const process = stoppableProcess(null)
    const clean = await prepare(++cases)
    await clean.run(servicesOf(process))
    const expected = await clean.end()
    expect(process.calls.length).toBeGreaterThan(0)
    for (const { before, name, comes } of stopsOf(process.calls)) {
      const given = await prepare(++cases)
      const stopped = stoppableProcess(before)
      await given.run(servicesOf(stopped)).catch((error: unknown) => {
        if (!stopped.isStopped()) throw error
      })
      if (comes === 'twice') await Promise.all([given.run(instance.services), given.run(instance.services)])
      expect(await given.end(), `stopped before ${name} (${before}), comes ${comes}`).toEqual(expected)
    }
  },
)
