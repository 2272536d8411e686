export const standings = {
  candidate: 'zur Wahl',
  shortlisted: 'in engerer Wahl',
  pick: 'meine Wahl',
  chosen: 'von der Runde gewählt',
  signed: 'unterschrieben oder geprägt',
  refused: 'an einer Schranke abgewiesen',
  waiting: 'wartet',
}
