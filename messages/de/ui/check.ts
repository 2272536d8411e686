export const verdicts = {
  checked: 'geprüft',
  broken: 'gebrochen',
  unknown: 'unbekannt',
  attested: 'bezeugt, jemandes Wort',
  todo: 'offen',
  running: 'wird geprüft',
}
