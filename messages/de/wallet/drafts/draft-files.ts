export const notTaken = 'Diese Datei wurde nicht übernommen.'
export const notTakenAfter = ' ist kein Entwurf dieser Runde. Was du hattest, ist noch, wie es war.'
export const more = (faults: number) => `und ${faults.toLocaleString('de-DE')} weitere.`
export const asFile = 'Als Datei'
export const saveFile = 'Als Datei sichern'
export const saveTable = 'Als Tabelle sichern'
export const holds = 'Die Datei enthält den ganzen Entwurf, als JSON.'
export const tableHolds =
  'Die Tabelle enthält seine Werke, als CSV für eine Tabellenkalkulation; die Notiz steht nicht darin.'
export const readFile = 'Aus Datei lesen'
export const readTitle = 'Einen gesicherten Entwurf lesen.'
export const readHow =
  'Eine Datei oder eine Tabelle, auch irgendwo auf diese Seite gezogen. Sie wird auf diesem Gerät gelesen, und du siehst, was sich ändern würde, bevor sich etwas ändert.'
export const takenBefore = 'Übernommen: '
export const takenAfter = '. '
export const undo = 'Rückgängig'
