import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hex, keccak256, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { DEFAULT_GATES } from '#lib/critique/registry.ts'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { openRoutingFeed, type RoutingFeed } from '#lib/flows/generate/routing-feed.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { type Providers, providersFrom } from '#lib/generation/registry.ts'
import type { SignedBrief } from '#lib/generation/schema.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { promptHashOf } from '#lib/protocol/brief.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import { rulesFrom } from '#lib/rounds/rules-template.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'
import type { TestDatabase } from './template-postgres.ts'
import { withDatabase } from './with-database.ts'

const LICENCE = 'CC-BY-4.0'
const COLLECTION = '0x00000000000000000000000000000000000c0111'
const random32 = (): Bytes32 => `0x${randomBytes(32).toString('hex')}`

export const creatorOf = (name: string) =>
  privateKeyToAccount(keccak256(stringToHex(`verso creator ${name}`)))

/** Rules of a round that takes briefs for an hour, opened a minute ago. */
function rulesNow(changes: Partial<Rules>): Rules {
  const input = createRoundSchema.parse({
    community: 'wall',
    title: 'Small hours',
    brief: 'A picture of the night.',
    submissionsSeconds: 3_600,
  })
  const rules = rulesFrom(input, {
    chainId: 31337,
    collection: COLLECTION,
    roles: { operator: `0x${'1'.repeat(40)}`, treasury: `0x${'2'.repeat(40)}` },
    strategies: [
      {
        id: 'erc20-votes',
        version: '1',
        chainId: 31337,
        token: `0x${'3'.repeat(40)}`,
        params: { cap: null, root: 'none', numerator: '1', denominator: '1' },
      },
    ],
    licence: { id: LICENCE, textHash: licenceTextHash(LICENCE) },
    gates: [...DEFAULT_GATES],
    minChallenge: 60,
    finalityDepth: 1,
    c2paRoot: ZERO_BYTES32,
    nonce: random32(),
    now: Math.floor(Date.now() / 1000) - 60,
  })
  return parseRules({ ...rules, ...changes })
}

async function openRound({ db }: TestDatabase, changes: Partial<Rules> = {}) {
  const rules = rulesNow(changes)
  const community = await db.community.upsert({
    where: { slug: 'wall' },
    update: {},
    create: {
      slug: 'wall',
      name: 'Wall',
      description: '',
      chainId: rules.chainId,
      collection: rules.collection,
      deployBlock: 0n,
      strategies: [],
      licence: LICENCE,
    },
  })
  const roundId = roundIdOf(rules)
  const row = await db.round.create({
    data: {
      communityId: community.id,
      slug: `small-hours-${roundId.slice(2, 10)}`,
      title: rules.title,
      brief: rules.brief,
      status: 'submissions',
      rules,
      rulesText: canonicalText(rules),
      roundId,
      opensAt: BigInt(rules.opensAt),
      closesAt: BigInt(rules.closesAt),
    },
  })
  return { rowId: row.id, roundId, rules }
}

export type TestRound = Awaited<ReturnType<typeof openRound>>

/** A brief signed by a named creator, as a form would send it. */
export async function signBrief(
  { rules, roundId }: Pick<TestRound, 'rules' | 'roundId'>,
  changes: Partial<Brief> & { prompt: string },
  { by = 'ada', provider = 'procedural' } = {},
): Promise<SignedBrief> {
  const account = creatorOf(by)
  const brief: Brief = {
    round: roundId,
    creator: account.address.toLowerCase() as Hex,
    promptHash: promptHashOf(changes.prompt),
    style: '',
    traits: '',
    licence: rules.licence.id,
    royaltyReceiver: account.address.toLowerCase() as Hex,
    count: 1,
    nonce: random32(),
    deadline: String(Math.floor(Date.now() / 1000) + 86_400),
    ...changes,
  }
  const signature = await account.signTypedData({
    domain: versoDomain(rules.chainId, rules.collection),
    types: { Brief: TYPES.Brief },
    primaryType: 'Brief',
    message: { ...brief, deadline: BigInt(brief.deadline) },
  })
  return { brief, signature: signature.toLowerCase() as Hex, creatorName: by, provider }
}

/** Time is moved by hand here, so nothing may depend on how much of it has passed in earnest. */
const readAlways = (feed: RoutingFeed): RoutingFeed => ({
  ...feed,
  async refresh() {
    feed.ended()
    await feed.refresh()
  },
})

type Bell = { job: 'render' | 'admit'; taskId: string; afterSeconds: number }

/** Database, blobs and providers of a test, a clock that it moves by hand, and the bells that were rung. */
export async function withGeneration(
  providers: Providers = providersFrom([proceduralProvider()]),
  open: () => Promise<TestDatabase> = withDatabase,
) {
  const database = await open()
  const folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
  const bells: Bell[] = []
  let aheadMs = 0
  const services: GenerationServices = {
    db: database.db,
    storage: folderStorage(folder),
    providers,
    routing: readAlways(openRoutingFeed({ db: database.db, providers })),
    monthlyBudgets: new Map(),
    ring: async (job, taskId, afterSeconds = 0) => {
      bells.push({ job, taskId, afterSeconds })
    },
    wall: () => new Date(Date.now() + aheadMs),
    webhookUrlFor: () => null,
    sign: null,
  }
  const passTime = (seconds: number) => {
    aheadMs += seconds * 1000
  }
  /** Answers bells as a worker does, waiting out their pauses, until none is left. */
  async function work(most = 60): Promise<string[]> {
    const outcomes: string[] = []
    for (let count = 0; count < most; count++) {
      const bell = bells.shift()
      if (!bell) return outcomes
      passTime(bell.afterSeconds)
      const run = bell.job === 'render' ? renderTask : admitTask
      outcomes.push(`${bell.job} ${await run(services, bell.taskId)}`)
    }
    throw new Error(`still ringing after ${most} bells: ${outcomes.join(', ')}`)
  }
  return {
    ...database,
    services,
    bells,
    passTime,
    work,
    openRound: (changes?: Partial<Rules>) => openRound(database, changes),
    /** Moves the instance's clock, which rounds follow. */
    moveClock: async (toSeconds: number) => {
      const offsetSeconds = BigInt(toSeconds - Math.floor(Date.now() / 1000))
      await database.db.clock.upsert({
        where: { id: 1 },
        create: { id: 1, offsetSeconds },
        update: { offsetSeconds },
      })
    },
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Generation = Awaited<ReturnType<typeof withGeneration>>
