/** Whose ballot it is, where it is that of a Safe. */
export const theSafe = 'the Safe'
const works = (count: number) => (count === 1 ? 'one work' : `${count} works`)
export const fixed = (count: number) => `the ${works(count)}, fixed`
export const onceConnected = 'your account, once connected'
export const methods: Record<string, string> = {
  single: 'one work counts',
  weighted: 'shares of a hundred',
  quadratic: 'votes cost their square',
  score: 'points for each work',
  ranked: 'the first place first',
  pairwise: 'duels, > is better than',
}
export const shownLater = 'shown after the close'
export const noNote = 'empty'
export const replacesOfSafe = 'replaces any earlier ballot of it'
export const first = 'your first ballot'
export const replaces = 'replaces your earlier ballot'
export const noAgent = 'empty: signed by a person'
