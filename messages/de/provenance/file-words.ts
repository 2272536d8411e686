export const reading = 'Datei wird gelesen'
export const unpacking = 'Wird entpackt, von jeder Datei der Hash gebildet'
/** While each check runs. */
export const checking = {
  '4': 'Geprüft werden Stimmzettel und ihre Unterschriften',
  '1': 'Geprüft werden Regeln und Runde',
  '2': 'Geprüft werden Bilder, Rezepte und Aufträge',
  '3': 'Geprüft wird die Liste der Werke',
  '5': 'Geprüft werden das Protokoll und seine Köpfe',
  '6': 'Geprüft wird das Stimmgewicht',
  '7': 'Geprüft wird die Auszählung',
  '7b': 'Geprüft werden die gewählten Werke und ihre Akten',
  '8': 'Geprüft werden Token und Bilder',
  '9': 'Geprüft wird die Lizenz',
}
export const checkingRecord = 'Geprüft wird die Akte'

export const statement = {
  green: 'Alles grün: Alles in dieser Akte hält.',
  attested: 'Nichts ist falsch. Manches ist jemandes Wort.',
  unknown: 'Nichts ist falsch. Nicht alles ließ sich prüfen.',
  red: 'Diese Akte ist nicht, was sie sagt.',
}

type Checked = { name: string; size: string; receipts: number; milliseconds: number }

export function checkedHere({ name, size, receipts, milliseconds }: Checked) {
  const withThem =
    receipts === 0 ? '' : receipts === 1 ? ', mit einer Quittung' : `, mit ${receipts} Quittungen`
  const seconds = (milliseconds / 1000).toFixed(2).replace('.', ',')
  return `${name}, ${size}${withThem}: auf diesem Gerät geprüft in ${seconds} s.`
}
export const nothingSent = 'Nichts wurde gesendet.'
export const asked = (node: string) => `${node} wurde nach den Ankern gefragt; sonst wurde nichts gesendet.`

export const line = (number: number) => `Zeile ${number}`

export const failed = {
  'not-a-zip': {
    title: 'Das ist kein Bündel.',
    text: 'Die Akte einer Runde ist ein Archiv, bundle.zip. Diese Datei ist kein solches Archiv.',
  },
  'file-unreadable': {
    title: 'Die Datei ließ sich nicht lesen.',
    text: 'Sie wurde verschoben, oder sie ist ein Ordner, oder dieser Browser darf sie nicht öffnen. Wähl sie noch einmal.',
  },
  'file-too-large': {
    title: 'Die Datei ist zu groß für einen Browser.',
    text: 'Die Kommandozeile liest sie: npm run verso -- verify bundle.zip.',
  },
  'recount-stopped': {
    title: 'Dieser Browser hat die Prüfung beendet.',
    text: 'Vielleicht reichte sein Speicher nicht. Versuch es mit weniger offenen Seiten, oder nimm die Kommandozeile.',
  },
}
export const unended = {
  title: 'Die Prüfung kam nicht zu Ende.',
  text: 'Versuch es noch einmal, oder nimm die Kommandozeile.',
}

export const given = {
  nothing: 'Da war keine Datei.',
  'two-bundles': 'Ein Bündel auf einmal. Quittungen, als .json-Dateien, dürfen dabei sein.',
  'receipts-only':
    'Eine Quittung wird in einer Akte gesucht: Lass das bundle.zip ihrer Runde mit ihr fallen.',
  'picture-alone': 'Ein Bild auf einmal, und kein Bündel dazu.',
}

export const noContractWallets =
  'Kein Stimmzettel beruht auf der aufgezeichneten Antwort einer Vertrags-Wallet.'
export const contractWallets = (ballots: number, power: bigint) =>
  `${ballots === 1 ? 'Ein Stimmzettel' : `${ballots.toLocaleString('de-DE')} Stimmzettel`} von Vertrags-Wallets, ${power.toLocaleString('de-DE')} ${power === 1n ? 'Stimme' : 'Stimmen'}, ${ballots === 1 ? 'beruht' : 'beruhen'} auf aufgezeichneten Antworten.`
export const othersWin = 'Ohne sie würden andere Werke gewählt.'
export const sameWin = 'Ohne sie werden dieselben Werke gewählt.'

/** What each check is about. */
export const checkTitles = {
  '0': 'Dateien und Verzeichnis',
  '1': 'Regeln und Runde',
  '2': 'Werke und Rezepte',
  '3': 'Kandidaten',
  '4': 'Stimmzettel',
  '5': 'Protokoll und Stimmzettel von der Chain',
  '6': 'Stimmgewichte',
  '7': 'Auszählung und Ergebnis',
  '7b': 'Token-Dokumente, gewählte Werke, Anteile',
  '8': 'Token',
  '9': 'Lizenz und Schranken',
  '10': 'Anteile und Ansprüche',
}

/** The verifier's sentences name options of the command line; a page has fields, or none. */
export const trusted = (sentence: string, hasFields: boolean) =>
  sentence
    .replace(
      ': Nenn mit --rpc einen Knoten, um die Anker zu vergleichen',
      hasFields ? ': Nenn oben einen Knoten, um die Anker zu vergleichen' : '',
    )
    .replace(
      ': Nenn sie mit --collection, wenn du sie kennst',
      hasFields ? ': Schreib sie oben hin, wenn du sie kennst' : '',
    )
