export const howVoted = 'Wie abgestimmt wird'
