export const noNumber = (cell: string) => `„${cell}“ ist keine Nummer eines Werks.`
export const noMark = (cell: string) => `„${cell}“ ist keine Markierung: pick, pass oder nichts.`
export const noRating = (cell: string) => `„${cell}“ ist keine Wertung: 1 bis 5 oder nichts.`
export const noValue = (cell: string) => `„${cell}“ ist kein Wert: eine ganze Zahl ab 1 oder nichts.`
export const noRank = (cell: string) => `„${cell}“ ist kein Platz: eine ganze Zahl ab 1 oder nichts.`
export const noChoice = (cell: string) => `„${cell}“ sagt nicht, ob es zählt: yes oder nichts.`
export const sameWork = (number: number, first: string) => `Dasselbe Werk #${number} wie in ${first}.`
export const sameRank = (rank: number, first: string) => `Derselbe Platz ${rank} wie in ${first}.`
export const sameChoice = (first: string) => `Das Werk, das zählt, steht schon in ${first}.`
