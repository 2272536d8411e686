export const worksInRound = 'Works in the round'
export const worksInRoundHint = 'At most; then no more briefs are taken.'
export const worksInRankedRound = 'At most 200: they are eliminated one by one.'
export const worksOnBallot = 'Works on a ballot'
/** What each method is for, and what its limits are about. */
export const approval = {
  label: 'Approval',
  use: 'Voters name every work they would hang: quick, and hard to get wrong. For most rounds.',
  onBallot: 'At most; each gets all the votes.',
}
export const single = {
  label: 'Single choice',
  use: 'Voters name one work. For a final of a few works with one place.',
}
export const weighted = {
  label: 'Weighted',
  use: 'Voters share their votes out in hundredths. For when taste is divided, and how much counts.',
  onBallot: 'At most; 100 is the most there can be.',
}
export const quadratic = {
  label: 'Quadratic',
  use: 'Voters buy votes with credits, and each more for the same work costs more. For many small holders beside few large ones.',
  onBallot: 'At most.',
  credits: 'Credits',
  creditsHint: 'What a voter can spend at most.',
  creditUnit: 'Votes for a credit',
  creditUnitHint: 'Of the voter’s power at the snapshot.',
}
export const score = {
  label: 'Score',
  use: 'Voters give points. For when each work is to be judged by itself, as on the Light Table.',
  onBallot: 'At most; what has no points gets none.',
  maxScore: 'Most points',
  maxScoreHint: 'From 2 to 10.',
}
export const ranked = {
  label: 'Ranked',
  use: 'Voters put works in an order; votes move on when a work is out. For several places that many should stand behind.',
  onBallot: 'At most; one may rank fewer.',
}
export const pairwise = {
  label: 'Pairwise',
  use: 'Voters judge two works at a time, from a queue of their own. For large rounds, where nobody can see everything.',
  duels: 'Duels on a ballot',
  duelsHint: 'At most; one may sign after any.',
  minComparisons: 'Duels for a place',
  minComparisonsHint: 'Before that a work is not ranked.',
  minVoters: 'Voters for a place',
  minVotersHint: 'So many must have judged it.',
}
export const lengths = {
  fiveMinutes: 'five minutes',
  fifteenMinutes: 'fifteen minutes',
  oneHour: 'one hour',
  oneDay: 'one day',
  threeDays: 'three days',
  fiveDays: 'five days',
  sevenDays: 'seven days',
  fourteenDays: 'fourteen days',
}
