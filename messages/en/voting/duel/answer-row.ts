type Work = { number: number; title: string }

export const duel = (place: number, low: Work, high: Work) =>
  `Duel ${place}: #${low.number} ${low.title} and #${high.number} ${high.title}`
export const tie = 'Tie'
export const skip = 'Skip'
