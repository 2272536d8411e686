export const nextWorks = 'Die nächsten Werke'
export const lightTable = 'Leuchttisch'
export const reviewBallot = 'Stimmzettel prüfen'
export const smallCopies =
  'In diesen kleineren Kopien stehen keine Nachweise: Das Original hängt auf der Seite jedes Werks.'
