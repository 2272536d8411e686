export const noFurtherChoice = 'keine weitere Wahl'
export const noChoice = 'keine Wahl'
