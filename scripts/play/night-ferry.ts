import { localKey } from '#lib/flows/borrow/schema.ts'
import type { Founding, Holding } from './community.ts'
import type { Ground } from './ground.ts'
import { Visitor } from './visitor.ts'

/** The demo's community and its people. */
export const NIGHT_FERRY: Omit<Founding, 'guardian' | 'treasury'> = {
  slug: 'night-ferry',
  name: 'Night Ferry',
  symbol: 'FERRY',
  description: 'Prints for the long crossing: one sheet each, chosen by the people who hang them.',
  licence: 'CC-BY-4.0',
  token: { name: 'Night Ferry votes', symbol: 'FERRY' },
  edition: { name: 'Night Ferry editions', symbol: 'NFE', votesEach: 10 },
  minChallenge: 60,
}

/** So many curators have signed a ballot in the open round: the next receipt there is number 32. */
const SIGNED = 31
/** So many more could and have not: a visitor may be one of them. */
const UNDECIDED = 13

/** Everybody of the demo, by what they are to it. Their keys are worth nothing off a local chain. */
export function nightFerryPeople({ site }: Pick<Ground, 'site'>) {
  const person = (role: string) => new Visitor(site, localKey(`night-ferry ${role}`))
  const many = (role: string, count: number) =>
    Array.from({ length: count }, (_, n) => person(`${role} ${n}`))
  const curators = many('curator', SIGNED + UNDECIDED)
  return {
    director: person('director'),
    guardian: person('guardian'),
    treasury: person('treasury'),
    creators: many('creator', 8),
    curators,
    /** Those who have signed in the open round. */
    signed: curators.slice(0, SIGNED),
    /** Those who have not. */
    undecided: curators.slice(SIGNED),
    /** Holds votes and never delegated them: they weigh nothing. */
    sleeper: person('sleeper'),
    /** Holds nothing. */
    stranger: person('stranger'),
  }
}

export type NightFerryPeople = ReturnType<typeof nightFerryPeople>

/** What each holds; the first of the undecided has 120 votes, of which 20 come from two editions. */
export function holdingsOf({ signed, undecided, sleeper }: NightFerryPeople): Holding[] {
  const held = signed.map((holder, n) => ({ holder, votes: 40 + ((n * 35) % 120), editions: n % 3 }))
  const free = undecided.map((holder, n) => ({ holder, votes: 100 - n * 5, editions: n === 0 ? 2 : n % 3 }))
  return [...held, ...free, { holder: sleeper, votes: 75, delegates: false }]
}
