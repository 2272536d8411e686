/** What the two counts do with a vote: count it as it is meant, count it for something else, or leave it out. */
export type Effect = 'counted' | 'astray' | 'left-out'

/** Written after "1 vote" or "3 votes" and the name of a count. */
export const EFFECT_WORDS: Record<Effect, { one: string; many: string; short: string }> = {
  counted: { one: 'counts it', many: 'counts them', short: 'counted' },
  astray: {
    one: 'counts its power, but not for what it says',
    many: 'counts their power, but not for what they say',
    short: 'counted for something else',
  },
  'left-out': { one: 'leaves it out', many: 'leaves them out', short: 'left out' },
}

type Words = { title: string; text: string }

/** What can be said of one vote. A code never changes its meaning. */
export const VOTE_WORDS = {
  'row-not-a-vote': {
    title: 'Not a vote',
    text: 'The row is no object with a voter, a choice and a power.',
  },
  'vote-repeated': {
    title: 'The same vote again',
    text: 'A vote with this id stands earlier in the list: pages of a download overlap. It counts once.',
  },
  'voter-repeated': {
    title: 'Replaced by a later vote',
    text: 'Another vote of this voter was made later, or in the same second with the greater id. That one counts.',
  },
  'voter-unreadable': {
    title: 'A voter that is no account',
    text: 'The row does not name an account. Snapshot’s count never looks; the exact one wants to know whose vote it is.',
  },
  'created-outside': {
    title: 'Outside the voting period',
    text: 'The vote was made before the start or after the end. Snapshot’s count never looks at the time; the exact one leaves it out.',
  },
  'created-unreadable': {
    title: 'No time',
    text: 'The row does not say when it was made, so whether it came in time is not known. It counts.',
  },
  'power-missing': {
    title: 'No voting power',
    text: 'The row has no power. Neither count has anything to add.',
  },
  'power-not-a-number': {
    title: 'Power that is no number',
    text: 'Power is written as something else than a JSON number. Neither count guesses what it means.',
  },
  'power-negative': {
    title: 'Power below zero',
    text: 'Snapshot’s count subtracts it, or takes the root of it. The exact one leaves the vote out.',
  },
  'power-zero': { title: 'No power', text: 'The vote stands in the list and weighs nothing.' },
  'power-too-large': {
    title: 'Power beyond any token',
    text: 'Power is above what 256 bits hold in the eighteenth decimal. Neither count takes it.',
  },
  'power-digits-lost': {
    title: 'More digits than a double holds',
    text: 'The power has more digits than Snapshot’s arithmetic keeps: it counts the nearest double, the exact count every digit.',
  },
  'power-finer-than-unit': {
    title: 'Digits below the eighteenth decimal',
    text: 'The exact count has eighteen decimals; what is below is left out of this power.',
  },
  'power-pending': {
    title: 'Power not final',
    text: 'Snapshot marks this power as pending: it could still change when the list was made.',
  },
  'choice-missing': { title: 'No choice', text: 'The row has no choice.' },
  'choice-shielded': {
    title: 'Shielded',
    text: 'The choice is still encrypted. Nobody can count it before it is opened.',
  },
  'choice-shape': {
    title: 'A choice of another kind',
    text: 'The choice has not the form that this type of vote has: a number, a list, or an object of weights.',
  },
  'choice-not-a-number': {
    title: 'A choice that is no number',
    text: 'A choice is written as text or something else. In an approval Snapshot accepts it and counts it for nobody; in a ranking it counts it as the number. The exact count leaves the vote out.',
  },
  'choice-out-of-range': {
    title: 'No such choice',
    text: 'The proposal has no choice of this number. Both counts leave the vote out.',
  },
  'choice-empty': {
    title: 'Nothing chosen',
    text: 'In an approval Snapshot accepts an empty list, which adds to the total and to nobody. The exact count takes it as an abstention.',
  },
  'choice-repeated': {
    title: 'A choice twice',
    text: 'A list names a choice twice. Both counts leave the vote out.',
  },
  'key-spelling': {
    title: 'A key that is no number of a choice',
    text: 'Weights stand under a key like “1.0”. Snapshot takes the key for valid, credits nobody with it, and its scaling hands the power to other choices. The exact count leaves the vote out.',
  },
  'weight-not-a-number': {
    title: 'A weight that is no number',
    text: 'A weight is written as something else than a JSON number. Both counts leave the vote out.',
  },
  'weight-negative': { title: 'A weight below zero', text: 'Both counts leave the vote out.' },
  'weight-too-fine': {
    title: 'A weight too large or too fine',
    text: 'A weight is above what 256 bits hold in the eighteenth decimal, or has digits below it. The exact count leaves the vote out.',
  },
  'ranking-partial': {
    title: 'Not everything ranked',
    text: 'Snapshot leaves a ranking out unless it names every choice. The exact count follows it as far as it goes.',
  },
} as const satisfies Record<string, Words>
export type VoteCode = keyof typeof VOTE_WORDS

/** Why it cannot be said whether published and recounted scores are the same. */
export const DOUBT_WORDS = {
  'type-not-counted': {
    title: 'This type is not counted here.',
    text: 'Single choice, basic, approval, weighted, quadratic and ranked choice are. Copeland, and types made later, are not.',
  },
  'scores-absent': {
    title: 'No published scores.',
    text: 'The proposal carries no list of scores with one number for each choice.',
  },
  'list-incomplete': {
    title: 'Not all votes are here.',
    text: 'The proposal says how many votes it has, and the list has another number. Hubs answer a page at a time.',
  },
  'not-closed': {
    title: 'The vote is not closed.',
    text: 'Scores still move, and the list and the scores may be of two moments.',
  },
  'power-pending': {
    title: 'Powers were still pending.',
    text: 'Some powers could change after the list was made.',
  },
  'hub-refused': { title: 'The hub reported an error.', text: 'Part of its answer may be missing.' },
  'rounding-apart': {
    title: 'Equal but for the last digits.',
    text: 'The scores differ by no more than adding the same doubles in another order can change, and in none of the orders tried are they the same. Snapshot does not publish the order it added in.',
  },
} as const satisfies Record<string, Words>
export type DoubtCode = keyof typeof DOUBT_WORDS
