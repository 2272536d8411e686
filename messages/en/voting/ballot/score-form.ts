export const pointsFor = (title: string) => `Points for ${title}`
export const clear = 'Clear'
export const clearsPointsOf = (title: string) => ` the points of ${title}`
export const allSet = 'Every pick has its points.'
export const unset = (count: number, picks: number) =>
  `${count} of ${picks} without points: that counts as nothing.`
