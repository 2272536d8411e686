export const checksTitle = 'Was geprüft wird'
export const checks = [
  ['Regeln', 'ihr Hash ist die Kennung der Runde, die der Vertrag hält'],
  ['Bilder', 'jedes Bild, jedes Rezept und jeder unterschriebene Auftrag ist, was die Liste nennt'],
  ['Werke', 'die Liste war verankert, ehe die Abstimmung begann'],
  ['Zettel', 'Unterschrift, Frist, Folge und Schreibung jedes Stimmzettels'],
  ['Protokoll', 'nichts fehlt, ist verschoben oder zurückdatiert; was über die Chain kam, ist darin'],
  ['Stimmen', 'das Stimmgewicht jedes Kontos am Stichtag'],
  ['Zählung', 'das Ergebnis ist, was die Stimmzettel sagen, mit Gleichständen und Ungültigen'],
  ['Gewählte', 'jedes Token-Dokument und jede Wurzel, ehe etwas geprägt wird'],
  ['Token', 'der Hash auf der Chain ist die Akte, die Akte nennt das Bild'],
  ['Lizenz', 'dieselbe in jeder Akte, und die Bedingungen jedes Modells erlauben sie'],
] as const

export const squaresTitle = 'Was die Quadrate sagen'
/** Each verdict: its name, and what it means. */
export const squares = {
  checked: ['Grün', 'nachgerechnet und gleich'],
  broken: ['Rot', 'weicht ab; die Stelle ist genannt'],
  unknown: ['Unbekannt', 'um es zu sagen, fehlt eine Chain oder eine Datei'],
  attested: ['Bezeugt', 'jemandes Wort, und wessen'],
} as const
