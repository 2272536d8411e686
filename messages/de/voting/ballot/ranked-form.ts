import { ordinal } from '#messages/voting/ordinals.ts'

export const handle = (title: string, place: number, places: number) =>
  `${title}, Platz ${place} von ${places}: mit den Pfeiltasten verschieben`
export const up = 'Höher'
export const down = 'Tiefer'
export const moved = (title: string | undefined, place: number, places: number) =>
  `${title} ist jetzt ${ordinal(place)} von ${places}.`
export const howToRank =
  'Der erste Platz ist oben. Zieh ein Werk an seiner Zahl, oder verschiebe es mit den Pfeiltasten. Was nicht auf dem Stimmzettel steht, bleibt ungeordnet.'
