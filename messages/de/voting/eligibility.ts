export const atBlock = (block: string) => `bei Block ${block}`
export const atSnapshot = 'am Stichtag'
export const counted = (when: string) => `Gezählt am ${when}. Spätere Käufe zählen ab der nächsten Runde.`
export const silent =
  'Die Chain, die das Stimmgewicht gibt, antwortet nicht. Du kannst trotzdem unterschreiben: Gewogen wird in der Auszählung.'
export const countedOn = 'Gezählt am'
