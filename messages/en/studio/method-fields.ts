export const howVoted = 'How it is voted'
