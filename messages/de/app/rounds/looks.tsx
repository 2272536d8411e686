import type { ReactNode } from 'react'

const looks = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Blick' : 'Blicke'}`
const times = (count: number) => `${count.toLocaleString('de-DE')}-mal`

export const title = 'Blicke'
export const backToWall = 'Zurück zur Wand'
export const about =
  'Was zuerst gesehen wird, wird zuerst gewählt. Je seltener ein Werk gesehen wurde, desto früher wird es darum gezeigt.'
export const tooLittle =
  'Noch wurde zu wenig gesehen, um einen Stand festzuhalten: Bis dahin entscheidet über jede Reihenfolge allein das Los.'
export const seen = (least: number, middle: number, most: number) =>
  `Das am seltensten gesehene Werk wurde ${times(least)} gesehen, das mittlere ${times(middle)}, das am häufigsten gesehene ${times(most)}.`
export const record = (total: number, takenAt: string, record: number) =>
  `Werke danach, wie oft sie gesehen wurden: insgesamt ${looks(total)}, festgehalten ${takenAt}, Stand ${record}.`
export const leastSeen = 'Am seltensten gesehen'
export const leastSeenWorks = 'Die am seltensten gesehenen Werke'
export const howDrawn = 'Wie eine gerechte Reihenfolge entsteht'
export const whatCounts =
  'Ein Werk gilt als gesehen, wenn es eine Sekunde lang zur Hälfte in jemandes Fenster stand, einmal je Gerät. Behalten wird eine Zahl für jedes Werk und nichts darüber, wer hinsah.'
export const recordTaken =
  'Nach je so vielen Blicken werden die Zahlen festgehalten. Aus diesem Stand entstehen die Reihenfolgen; kein Stimmzettel hat daran teil.'
export const howDealt =
  'Wer zu Besuch ist, bekommt vier Ziffern. Aus ihnen, der Runde und dem Stand zieht jedes Werk eine Zahl unter 2³². Sie wird malgenommen mit eins mehr als dem, was das Werk öfter gesehen wurde als das am seltensten gesehene. Die kleinste kommt zuerst: Einmal öfter gesehen heißt halb so früh gezeigt.'
export const byLot = (every: number) =>
  `Einer von ${every} Plätzen wird allein verlost, damit keine Zählung, ob richtig oder falsch, ein Werk verstecken kann.`
export const recordAsJson = 'dieser Stand als JSON'
export const orderFromIt = 'eine Reihenfolge daraus'
export const makeItAgain = (deal: ReactNode, record: ReactNode, order: ReactNode) => (
  <>
    Die Adresse einer Wand nennt ihre Reihenfolge ({deal}), und alle können sie nachrechnen: {record}, {order}
    . Die Zahlen beruhen auf dem, was Browser melden, und auf dem Wort dieses Servers.
  </>
)
