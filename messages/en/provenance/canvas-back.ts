export const back = 'The back of the work, with its labels'
