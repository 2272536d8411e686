type Work = { number: number; title: string }

export const duel = (place: number, low: Work, high: Work) =>
  `Duell ${place}: #${low.number} ${low.title} und #${high.number} ${high.title}`
export const tie = 'Gleich'
export const skip = 'Weiter'
