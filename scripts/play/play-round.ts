import { localKey } from '#lib/flows/borrow/schema.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import type { CreateRoundInput, RoundView, WinnersView } from '#lib/rounds/schema.ts'
import { auditRound } from './check-bundle.ts'
import { type Founding, foundCommunity, giveVotes } from './community.ts'
import { beginRound, closeVoting, mintWinners, openVoting, readRound } from './director.ts'
import type { Ground } from './ground.ts'
import { Visitor } from './visitor.ts'
import { type CastVotes, castVotes } from './votes.ts'
import { hangWorks } from './works.ts'

export type PlayOptions = {
  founding: Omit<Founding, 'guardian' | 'treasury'>
  round: Omit<CreateRoundInput, 'community'>
  prompts: readonly string[]
  /** Pictures asked for with each brief. */
  picturesPerBrief: number
  voters: number
  /** Told apart from the people of other rounds on the same chain. */
  troupe: string
}

export type PlayReport = {
  round: RoundView
  works: number
  votes: Omit<CastVotes, 'receipts'>
  winners: WinnersView
  mintTx: string | null
  verify: Report
  /** Seconds by stage. */
  seconds: Record<string, number>
}

export type Troupe = {
  director: Visitor
  guardian: Visitor
  treasury: Visitor
  auditor: Visitor
  creators: Visitor[]
  voters: Visitor[]
}

/** Everybody who takes part, each with a key of their own. */
export function troupeOf(
  { site }: Ground,
  troupe: string,
  size: { creators: number; voters: number },
): Troupe {
  const person = (role: string) => new Visitor(site, localKey(`${troupe} ${role}`))
  const many = (role: string, count: number) =>
    Array.from({ length: count }, (_, n) => person(`${role} ${n}`))
  return {
    director: person('director'),
    guardian: person('guardian'),
    treasury: person('treasury'),
    auditor: person('auditor'),
    creators: many('creator', size.creators),
    voters: many('voter', size.voters),
  }
}

function stopwatch() {
  const seconds: Record<string, number> = {}
  return {
    seconds,
    async timed<T>(stage: string, work: () => Promise<T>): Promise<T> {
      const began = performance.now()
      const value = await work()
      seconds[stage] = Math.round((performance.now() - began) / 100) / 10
      return value
    },
  }
}

/** Founds a community, gives its voters votes, and opens the submissions of its first round. */
export async function foundRound(
  ground: Ground,
  { director, guardian, treasury, voters }: Pick<Troupe, 'director' | 'guardian' | 'treasury' | 'voters'>,
  { founding, round }: Pick<PlayOptions, 'founding' | 'round'>,
): Promise<RoundView> {
  await ground.fund([director.address])
  const roles = { guardian: guardian.address, treasury: treasury.address }
  const community = await foundCommunity(director, { ...founding, ...roles })
  const holdings = voters.map((holder, n) => ({ holder, votes: 10 + ((n * 37) % 90) }))
  await giveVotes(ground, director, community, holdings)
  return beginRound(director, { ...round, community: community.slug })
}

/**
 * A whole round as people outside play it, by HTTP and contract only: founding, briefs, opening, ballots, close,
 * challenge, mint, audit. @throws Turned, Error when the site does not do what it says
 */
export async function playRound(ground: Ground, options: PlayOptions): Promise<PlayReport> {
  const { seconds, timed } = stopwatch()
  const creators = Math.max(1, Math.ceil(options.prompts.length / 3))
  const people = troupeOf(ground, options.troupe, { creators, voters: options.voters })
  const { director, auditor } = people
  await ground.fund([auditor.address])
  const begun = await timed('found', () => foundRound(ground, people, options))
  ground.tell(`${begun.title} takes briefs: ${ground.site.origin}/rounds/${begun.slug}`)
  const briefs = options.prompts.map((prompt) => ({ prompt, count: options.picturesPerBrief }))
  const works = await timed('submit', () => hangWorks(ground, people.creators, begun, briefs))
  const opened = await timed('open', () => openVoting(ground, director, begun))
  ground.tell(`${opened.candidateCount} works are numbered, voting is open`)
  const { receipts, ...votes } = await timed('vote', () => castVotes(ground, people.voters, opened))
  ground.tell(`${votes.ballots} ballots, ${votes.replaced} replaced, ${votes.posted} posted on chain`)
  await timed('close', () => closeVoting(ground, director, opened))
  const minted = await timed('mint', () => mintWinners(ground, auditor, opened))
  const round = await readRound(auditor, opened)
  const verify = await timed('verify', () => auditRound(auditor, round, receipts))
  return { round, works, votes, winners: minted.winners, mintTx: minted.tx, verify, seconds }
}
