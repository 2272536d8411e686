export const kept = 'Auf diesem Gerät aufbewahrt.'
export const forgotten = (host: string) =>
  `Nur auf diesem Gerät aufbewahrt: Ein anderes deiner Geräte hat ihn bei ${host} vergessen lassen.`
export const draftKept = 'Dein Entwurf ist noch da.'
export const whyAccount = 'Niemand sonst bekommt deinen Entwurf: Deshalb wird nach deinem Konto gefragt.'
export const keepThere = 'Auch auf meinen anderen Geräten behalten'
export const how = (host: string) =>
  `Dafür meldest du dich mit deinem Konto an, hier und dort: ein kurzer Text, nie eine Transaktion. Was du auf einem anderen Gerät entschieden hast, kommt hierher, und von beidem geht nichts verloren. Der Entwurf wird niemandem sonst gezeigt, steht in keiner öffentlichen Akte und wird gelöscht, wenn die Abstimmung schließt oder wenn du es sagst. Wer ${host} betreibt, könnte ihn lesen.`
