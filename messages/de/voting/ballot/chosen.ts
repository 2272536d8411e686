export const noWorksYet = 'Noch keine Werke'
export const nothingPicked = 'Auf diesem Gerät ist nichts gewählt.'
export const toTheWall = 'Zur Wand'
export const howToPick = 'Wähle Werke an der Wand; wer einen leeren Stimmzettel unterschreibt, enthält sich.'
export const worksOnIt = (count: number) =>
  count === 0 ? 'Kein Werk mehr' : count === 1 ? 'Ein Werk' : `${count} Werke`
