export const notTaken = 'The draft was not taken.'
