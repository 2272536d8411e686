export const nextWorks = 'Die nächsten Werke'
export const lightTable = 'Leuchttisch'
export const reviewBallot = 'Stimmzettel prüfen'
