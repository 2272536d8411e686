export const noFurtherChoice = 'no further choice'
export const noChoice = 'no choice'
