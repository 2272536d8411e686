import { executionLines } from '#lib/generation/executions/data.ts'
import { type SimFault, type SimProvider, simProvider } from '#lib/generation/providers/sim.ts'
import { recipeOf } from '#lib/generation/template.ts'
import { openDrill, smallPicture } from '#scripts/testing/drill.ts'
import { copyTemplate, startTemplatePostgres, type TestDatabase } from '#scripts/testing/template-postgres.ts'
import { renderNaively } from './outage/naive-client.ts'
import { VirtualTime } from './outage/virtual-time.ts'
import { atMost, type BenchResult } from './result.ts'

const START = Date.UTC(2026, 10, 29, 12)
const OUTAGE_MS = 60_000
const rounded = (value: number) => Number(value.toFixed(2))

type Weather = { providers: 1 | 3; outage: boolean; faultOf?: (request: number) => SimFault | null }
type Season = Weather & { jobs: number; everyMs: number }
type OpenDatabase = () => Promise<TestDatabase>
type Told = { seconds: number[]; failedAttempts: number; errors: number; made: number; asked: number }

/** One answer in ten is lost on its way. */
const lostAnswers = (request: number): SimFault | null => (request % 10 === 4 ? 'reset' : null)

/** The first is the cheapest, and the one that goes away; when all is well it makes everything. */
function providersIn({ providers, outage, faultOf }: Weather, now: () => number): SimProvider[] {
  const picture = smallPicture
  const common = { latencyMs: 4_000, now, picture, ...(faultOf && { faultOf }) }
  const outages = outage ? ([[START + 20_000, START + 20_000 + OUTAGE_MS]] as const) : []
  const all = [
    simProvider({ id: 'first', costMicroUsd: 1_000, outages, ...common }),
    simProvider({ id: 'second', costMicroUsd: 3_000, ...common }),
    simProvider({ id: 'third', costMicroUsd: 3_000, ...common }),
  ]
  return all.slice(0, providers)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length)

function countsOf(providers: readonly SimProvider[]) {
  return {
    made: sum(providers.map((provider) => provider.made())),
    asked: sum(providers.map((provider) => provider.asked())),
  }
}

/** Verso's own flow with its database, in a time of its own. */
async function ours(season: Season, open: OpenDatabase): Promise<Told> {
  const clock = { nowMs: START }
  const providers = providersIn(season, () => clock.nowMs)
  const drill = await openDrill({ clock, providers, admits: false, open })
  try {
    const askedAt = new Map<string, number>()
    for (let job = 0; job < season.jobs; job += 1) {
      for (const id of await drill.ask(`an outage, picture ${job}`)) askedAt.set(id, clock.nowMs)
      await drill.run(START + (job + 1) * season.everyMs)
    }
    await drill.run()
    const lines = await executionLines(drill.services.db, { roundRowId: drill.round.rowId }, 10_000)
    const done = lines.filter(({ outcome }) => outcome === 'succeeded')
    const seconds = done.map(
      ({ taskId, endedAt }) => ((endedAt?.getTime() ?? 0) - (askedAt.get(taskId) ?? 0)) / 1000,
    )
    const tasks = await drill.services.db.task.findMany({ where: { roundRowId: drill.round.rowId } })
    const errors = tasks.filter(({ status }) => status === 'failed').length
    return { seconds, failedAttempts: lines.length - done.length, errors, ...countsOf(providers) }
  } finally {
    await drill.close()
  }
}

const BRIEF = { style: '', traits: '', licence: 'CC-BY-4.0' }

/** The same list of pictures by a client with retries and fallbacks, in the same weather. */
async function naive(season: Season): Promise<Told> {
  const time = new VirtualTime(START)
  const providers = providersIn(season, () => time.nowMs)
  const [first] = providers
  if (!first) throw new Error('no provider')
  const told = { failedAttempts: 0, errors: 0 }
  const seconds: number[] = []
  async function job(index: number): Promise<void> {
    await time.sleep(index * season.everyMs)
    const askedAt = time.nowMs
    const asked = {
      brief: { ...BRIEF, prompt: `an outage, picture ${index}` },
      model: first?.model,
      parent: null,
    }
    if (!asked.model) return
    const recipe = recipeOf({ ...asked, model: asked.model, digest: `0x${'1'.repeat(64)}` }, index)
    await renderNaively(time, providers, { recipe, idempotencyKey: `${index}`, webhookUrl: null }, told)
    seconds.push((time.nowMs - askedAt) / 1000)
  }
  const all = Promise.all(Array.from({ length: season.jobs }, (_, index) => job(index)))
  await time.run()
  await all
  return { seconds, ...told, ...countsOf(providers) }
}

/** What an outage adds to each way of going on, beside the same without one. */
async function drillOf(season: Season, open: OpenDatabase) {
  const [calm, hurt] = [
    { ...season, outage: false },
    { ...season, outage: true },
  ]
  const [ourCalm, ourHurt] = [await ours(calm, open), await ours(hurt, open)]
  const [theirCalm, theirHurt] = [await naive(calm), await naive(hurt)]
  const added = (before: Told, after: Told) => mean(after.seconds) - mean(before.seconds)
  return {
    ours: { ...ourHurt, addedSeconds: added(ourCalm, ourHurt), slowest: Math.max(...ourHurt.seconds) },
    theirs: {
      ...theirHurt,
      addedSeconds: added(theirCalm, theirHurt),
      slowest: Math.max(...theirHurt.seconds),
    },
  }
}

/** A provider that is away for a minute, and answers that are lost, beside a client with retries and fallbacks. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const postgres = await startTemplatePostgres()
  try {
    return await measure(quick, () => copyTemplate(postgres.url))
  } finally {
    await postgres.stop()
  }
}

async function measure(quick: boolean, open: OpenDatabase): Promise<BenchResult> {
  const size = quick ? { jobs: 24, everyMs: 5_000 } : { jobs: 120, everyMs: 1_000 }
  const figures: Record<string, number> = { jobs: size.jobs }
  const bars: BenchResult['bars'] = {}
  for (const [name, providers] of [
    ['one of three away', 3],
    ['the only one away', 1],
  ] as const) {
    const { ours: own, theirs } = await drillOf({ ...size, providers, outage: true }, open)
    for (const [who, told] of [
      ['Verso', own],
      ['retry and fallback', theirs],
    ] as const) {
      figures[`${name}, ${who}: attempts wasted`] = told.failedAttempts
      figures[`${name}, ${who}: seconds added, mean`] = rounded(told.addedSeconds)
      figures[`${name}, ${who}: slowest picture, s`] = rounded(told.slowest)
      figures[`${name}, ${who}: errors a person met`] = told.errors
    }
    const share = own.failedAttempts / Math.max(1, theirs.failedAttempts)
    bars[`${name}: attempts wasted, of the peer’s`] = atMost(rounded(share), 0.25)
    if (!quick)
      bars[`${name}: seconds added, of the peer’s`] = atMost(
        rounded(own.addedSeconds / theirs.addedSeconds),
        1,
      )
    bars[`${name}: errors a person met`] = atMost(own.errors, 0)
  }
  const season: Season = { ...size, providers: 3, outage: false, faultOf: lostAnswers }
  const [own, theirs] = [await ours(season, open), await naive(season)]
  figures['one answer in ten lost, Verso: pictures paid for beyond those asked for'] = own.made - size.jobs
  figures['one answer in ten lost, retry and fallback: the same'] = theirs.made - size.jobs
  bars['pictures paid for twice'] = atMost(own.made - size.jobs, 0)
  return { name: 'outage', figures, bars }
}
