import { METHOD_IDS, type MethodId } from '#lib/protocol/rules.ts'
import type { CreateRoundInput, RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import { NamedFailure } from '#scripts/failure.ts'
import { beginRound } from '#scripts/play/director.ts'
import { localGround } from '#scripts/play/local-ground.ts'
import { playMethodRounds } from '#scripts/play/method-rounds.ts'
import { NIGHT_FERRY, nightFerryPeople } from '#scripts/play/night-ferry.ts'
import { FULL } from '#scripts/play/stories.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { hangWorks } from '#scripts/play/works.ts'
import { safesOn } from '#scripts/testing/ground-safes.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { proveDrop, proveFork } from './fraud-proof.ts'
import { freshInstance } from './fresh-instance.ts'
import { manyLooks } from './many-looks.ts'
import { ROUNDS } from './rounds.ts'
import { shortRound } from './short-round.ts'

const HOUR = 3600
/** Enough for some eighty records of a small round. */
const DEVICES = 400

/** Asks once, however often it is wanted. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Rounds that somebody has stopped with a proof against their operator. */
const disputed = (folder: string, by: Visitor, short: (title: string) => ReturnType<typeof shortRound>) => ({
  /** It takes ballots, and two logs of them were signed. */
  forked: once(async () => {
    const round = await short('Two Tides')('voting')
    await proveFork(folder, by, round)
    return round
  }),
  /** It is counted, and its log is not the one that was signed for. */
  dropped: once(async () => {
    const round = await short('Undertow')('challenge')
    await proveDrop(folder, by, round)
    return round
  }),
})

/** A running demo: its people, and rounds in the states that it does not have by itself, played when they are asked for. */
export async function openDemo(folder: string, tell: (line: string) => void) {
  const ground = localGround({ ...placesOf(folder), tell })
  const people = nightFerryPeople(ground)
  const { director, creators } = people
  const listRounds = async () =>
    (await director.ask<{ items: RoundSummary[] }>('GET', '/api/v1/rounds?take=100')).items
  const open = (await listRounds()).find(({ slug }) => slug === ROUNDS.voting)
  if (open?.state !== 'voting')
    throw new NamedFailure(
      `${FULL.voting.round.title} is not open for votes.`,
      'Start the demo with --reset.',
    )
  await director.arrive()
  const tag = Date.now().toString(36)

  const asked = (title: string): CreateRoundInput => ({
    community: NIGHT_FERRY.slug,
    title,
    slug: `${title.toLowerCase().replaceAll(' ', '-')}-${tag}`,
    brief: 'What is seen from the window of a night train?',
    submissionsSeconds: HOUR,
    openingSeconds: HOUR,
    votingSeconds: HOUR,
    places: 1,
    maxChoices: 1,
  })
  const begin = (title: string) => beginRound(director, asked(title))
  const short = (title: string) =>
    shortRound({ ground, people }, { ...asked(title), places: 2, maxChoices: 2 })
  const ends = [() => ground.close()]

  return {
    ground,
    people,
    origin: ground.site.origin,
    listRounds,
    async close() {
      for (const end of ends) await end()
    },
    /** One round open for votes by each method. */
    methods: once(async (): Promise<Map<MethodId, RoundView>> => {
      const rounds = await playMethodRounds(ground, METHOD_IDS, { until: 'voting', name: tag })
      return new Map(rounds.map((round) => [round.rules.method, round]))
    }),
    safes: once(() => safesOn(ground)),
    draft: once(() => director.ask<RoundView>('POST', '/api/v1/rounds', asked('Slack Water'))),
    /** It takes briefs and has none. */
    empty: once(() => begin('Night Train')),
    /** With one work. */
    cancelled: once(async () => {
      const round = await begin('Fog Signal')
      await hangWorks(ground, creators, round, [{ prompt: 'A still harbour in grey and orange', count: 1 }])
      const reason = 'The ferry does not sail in winter.'
      await director.ask('POST', `/api/v1/rounds/${round.roundId}/cancel`, { reason })
      return round
    }),
    /** Goes from stage to stage, with the clock. */
    short: short('Ebb'),
    ...disputed(folder, creators[0] ?? director, short),
    /** The round that is open for votes, as it is after many visits. */
    looked: once(() => manyLooks(ground.site.origin, open.id, DEVICES)),
    /** Another instance, where nobody has founded anything. */
    fresh: once(async () => {
      const { origin, end } = await freshInstance()
      ends.push(end)
      return origin
    }),
  }
}

export type Demo = Awaited<ReturnType<typeof openDemo>>
