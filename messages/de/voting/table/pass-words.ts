import { figure } from '#messages/voting/figure.ts'

/** A step as the strip names it. */
export const passLabels = { reject: '1 Aussortieren', pick: '2 Wählen', rank: '3 Ordnen', all: 'Alle' }
export const order =
  'Bring deine Wahl in eine Ordnung, das Beste zuerst: So steht sie auf deinem Stimmzettel.'
export const givePoints = 'Gib den gewählten Werken ihre Punkte für den Stimmzettel.'
export const rate =
  'Bewerte die gewählten Werke von 1 bis 5, für deine eigene Ordnung. Eine Bewertung steht nie auf einem Stimmzettel.'
export const reject = 'Leg weg, was nichts für dich ist, und geh am Rest vorbei: Er bleibt.'
export const pick = 'Wähle aus dem, was geblieben ist, was auf deinen Stimmzettel gehört.'
export const all = 'Alle Werke, in der Reihenfolge der Wand.'

const gone = (count: number) =>
  count === 1 ? 'Das eine Werk ist durchgesehen' : `Alle ${figure(count)} durchgesehen`
export const goneThrough = (count: number) => `${gone(count)}.`
export const withPoints = (count: number, given: number) => `${gone(count)}: ${figure(given)} mit Punkten.`
export const kept = (count: number, left: number) => `${gone(count)}: ${figure(left)} behalten.`
export const judged = (count: number, picked: number, passed: number) =>
  `${gone(count)}: ${figure(picked)} gewählt, ${figure(passed)} weggelegt.`
export const inOrder = (count: number) =>
  count === 1
    ? 'Ein Werk steht auf deinem Stimmzettel.'
    : `Alle ${figure(count)} stehen in deiner Reihenfolge.`

export const lastLeft = 'Das letzte Werk'
export const nextWorks = (count: number) => `Die nächsten ${figure(count)}`
/** Where a finished pass leads. */
export const onward = {
  reject: 'Weiter zum Aussortieren',
  pick: 'Weiter zum Wählen',
  rank: 'Weiter zum Ordnen',
  all: 'Alle noch einmal ansehen',
  ballot: 'Stimmzettel prüfen',
}
