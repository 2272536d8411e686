import { ordinal } from '#messages/voting/ordinals.ts'

export const handle = (title: string, place: number, places: number) =>
  `${title}, place ${place} of ${places}: move it with the arrow keys`
export const up = 'Up'
export const down = 'Down'
export const moved = (title: string | undefined, place: number, places: number) =>
  `${title} is now ${ordinal(place)} of ${places}.`
export const howToRank =
  'The first place is at the top. Drag a work by its number, or move it with the arrow keys. What is not on the ballot stays unranked.'
