import { figure } from '#messages/voting/figure.ts'

export const marks = { pick: 'picked', pass: 'passed', unset: 'unset' }
export const place = (number: number, count: number) => `Work ${figure(number)} of ${figure(count)}`
export const points = (got: string) => `${got} ${got === '1' ? 'point' : 'points'}`
export const rated = (got: string) => `rated ${got}`

export const here = (work: string) => `${work}.`
export const staysAsItWas = (place: string) => `${place} stays as it was.`
export const nothingToUndo = 'There is nothing to undo.'
export const nothingToRedo = 'There is nothing to make again.'
export const readOnly = 'Nothing can be picked here now.'
export const placed = (work: number, place: number, count: number) =>
  `#${work}: place ${place} of ${count} on your ballot.`
export const got = (place: string, worth: string) => `${place}: ${worth}.`
export const noPoints = (place: string) => `${place}: no points.`
export const noRating = (place: string) => `${place}: no rating.`
/** What became of a work, by the act. */
export const became = {
  marked: (place: string, mark: string) => `${place}: ${mark}.`,
  undone: (place: string, mark: string) => `${place}: undone, ${mark}.`,
  redone: (place: string, mark: string) => `${place}: redone, ${mark}.`,
}
export const now = (work: string) => `Now ${work}.`

export const fullOfOne =
  'A ballot of this round names one work, and one is picked. Take it off to pick another.'
export const full = (most: number) =>
  `A ballot of this round names at most ${figure(most)} works, and so many are picked. Take one off to pick another.`
export const alone = 'There is no other work in this pass to compare it with.'
export const beyond = (most: number | null) => `A work gets at most ${most} points in this round.`
export const closed = 'Voting is closed. One may look, and nothing changes any more.'
export const early = (opening: string) => `Voting opens on ${opening}. Until then one may look.`
export const duels = 'This round is judged by duels, two works at a time. Here one may look at every work.'
export const keptInPage = 'This device keeps nothing: your picks last as long as this page.'
export const offline = 'No connection. Your picks are kept on this device, and pictures come when it is back.'
