export const notRead = 'This picture could not be read.'
export const judgeAllTheSame = 'You can judge the pair all the same, or skip it.'
export const again = 'Try again'
