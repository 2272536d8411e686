export const pageTitle = 'Einen Snapshot-Antrag nachzählen'
export const about =
  'Eine Abstimmung, die anderswo stattfand, noch einmal gezählt: so wie dort, und exakt. Hier wird über nichts abgestimmt.'
export const recountClosed = 'Einen geschlossenen Antrag nachzählen'
export const inBrowser = 'in diesem Browser'
export const whatCountsAre = 'Was die Zählungen sind'
export const meanings = {
  published: { name: 'Publiziert', what: 'die Summen, die der Antrag trägt' },
  compatible: {
    name: 'Kompatibel',
    what: 'die Stimmen noch einmal gezählt, wie Snapshot zählt: Gleitkommazahlen, eine nach der anderen addiert, mit seiner eigenen Vorstellung einer gültigen Wahl',
  },
  exact: {
    name: 'Exakt',
    what: 'die Stimmen gezählt, wie Verso zählt: ganze Zahlen der achtzehnten Dezimalstelle, eine Schreibweise für jede Wahl, in jeder Reihenfolge dasselbe',
  },
}
export const whatIsNotChecked = 'Was nicht geprüft wird'
export const notChecked =
  'Unterschriften, und woher die Stimmgewichte kommen: Beides wird der Liste geglaubt. Dass die Liste vollständig ist: Verglichen wird nur die Zahl der Stimmen. Summen je Strategie, und das Quorum.'
export const howToGetFiles = 'Wie man die Dateien bekommt'
export const askTheHub =
  'Frag den Hub nach Antrag und Stimmen und sichere, was er antwortet. Er gibt tausend Stimmen auf einmal; die Seiten lassen sich zusammen ablegen.'
export const query = 'die Abfrage'
export const orCommandLine = 'Oder lass die Kommandozeile fragen, aus dem Quelltext:'
export const command = 'der Befehl, der einen Hub fragt'
