export const whatCounts = 'The work that counts'
export const thisOne = 'This one'
