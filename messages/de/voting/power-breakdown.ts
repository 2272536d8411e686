export const votes = 'Stimmen'
export const notEveryChain = 'Nicht jede Chain antwortet.'
export const again = 'Noch einmal fragen'
export const stillSign = 'Ein Stimmzettel lässt sich trotzdem unterschreiben: Gewogen wird in der Auszählung.'
export const noBlock = (snapshot: string) =>
  `So, wie es jetzt wäre: Noch ist kein Block zum Stichtag ${snapshot} bekannt.`
