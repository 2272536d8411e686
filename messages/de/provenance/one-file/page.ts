export const title = 'Prüfen'
export const oneFile =
  'Diese Seite ist eine einzige Datei. Sie prüft die öffentliche Akte einer Runde dort, wo sie liegt, und ihre eigenen Vorgaben verbieten ihr jedes Netz.'
export const inPlaceOfChain =
  'Anstelle der Chain liest sie die Kopfdaten, Belege und Speicherstellen, die eine Akte enthält; was nicht aufgezeichnet ist, bleibt unbekannt. Vergleiche die Blöcke, die sie nennt, in einem Explorer, oder nimm die Kommandozeile mit einem Knoten.'
export const check = 'Eine Akte von deinem Gerät prüfen'
export const onDevice = 'auf diesem Gerät'
