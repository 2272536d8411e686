import * as counts from '#messages/counts.ts'

/** What each check says when it holds. */
export const checks = {
  files: 'Jede Datei ist die aus dem Verzeichnis',
  rules: 'Die Regeln sind die verankerten',
  works: (count: number) =>
    count === 1
      ? 'Das eine Werk wurde nach Hash nummeriert und stand vor der Abstimmung fest'
      : `Die ${count.toLocaleString('de-DE')} Werke wurden nach Hash nummeriert und standen vor der Abstimmung fest`,
  ballots: (count: number) => `${counts.ballots(count)}: Unterschrift, Zeit, Form`,
  log: 'Nichts fehlt im Protokoll',
  power: 'Stimmgewicht am Stichtag',
  count: 'Nachgezählt: dasselbe Ergebnis',
  winners: 'Die gewählten Werke und ihre Akten folgen daraus',
  pictures: 'Bilder, Rezepte und Aufträge sind die aus der Liste',
  licence: 'Eine Lizenz, und alles darin erlaubt sie',
  tokens: 'Die Token tragen diese Akten und Bilder',
}
export const andMore = (finding: string, more: number) => `${finding}, und ${more} mehr`

export const titles = {
  green: 'Hier nachgezählt, alles grün',
  attested: 'Hier nachgezählt, nichts ist falsch',
  unknown: 'Hier nachgezählt, nichts ist falsch',
  red: 'Die Nachzählung stimmt nicht überein',
  running: 'Wird nachgezählt …',
  failed: 'Die Akte ließ sich nicht lesen',
  idle: 'Verlass dich nicht auf unser Wort',
}

export const failed = {
  'no-connection': 'Es gibt keine Verbindung. Nichts wurde geprüft.',
  'bundle-not-ready': 'Die Akte ist noch nicht veröffentlicht. Sie kommt mit dem Schluss.',
  'recount-stopped':
    'Dieser Browser hat die Zählung beendet. Versuch es noch einmal, oder nimm den Befehl darunter.',
}
export const answered = (code: string) => `Der Server antwortete ${code}.`

export const idle =
  'Dein Browser holt die öffentliche Akte und zählt jeden Stimmzettel nach. Die Anker werden mit der Chain verglichen.'
export const fetching = (size: string) => `Akte wird geholt, bisher ${size}.`
export const counting = (size: string) => `${size} Akte, in diesem Browser gezählt.`
export const done = (milliseconds: number, size: string) =>
  `In diesem Browser, in ${(milliseconds / 1000).toFixed(2).replace('.', ',')} s, aus ${size} öffentlicher Akte.`
export const next = {
  red: 'Die gebrochene Zeile nennt die Stelle.',
  unknown: 'Was unbekannt ist, braucht eine Chain, die antwortet, oder eine Datei.',
  right: 'Worauf sie noch vertraut: auf die Chain, die diese Seite fragt.',
}
