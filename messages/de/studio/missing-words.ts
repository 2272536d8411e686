export const opening = {
  'not-frozen': 'Die Regeln sind noch nicht festgeschrieben.',
  'submissions-running': 'Aufträge werden noch angenommen.',
  'not-numbered': 'Die Werke werden nummeriert; das dauert einige Sekunden.',
  'no-candidates': 'Kein Werk hat seine Prüfungen bestanden, also gibt es nichts abzustimmen.',
  opened: 'Die Runde ist offen.',
  cancelled: 'Die Runde ist abgesagt.',
}
export const closing = {
  'not-opened': 'Die Runde wurde nicht eröffnet.',
  'voting-running': 'Stimmen werden noch angenommen.',
  'not-sealed': 'Das Protokoll kann noch von allen versiegelt werden; die Frist läuft.',
  'not-counted': 'Die Stimmzettel werden ausgezählt; das dauert einige Sekunden.',
  frozen: 'Ein Beweis gegen den Betreiber hat die Runde angehalten: Der Wächter muss entscheiden.',
  closed: 'Das Ergebnis ist auf der Chain.',
  cancelled: 'Die Runde ist abgesagt.',
}
export const winners = {
  'not-closed': 'Das Ergebnis ist noch nicht auf der Chain.',
  'challenge-running': 'Gegen das Ergebnis ist noch Einspruch möglich.',
  frozen: 'Ein Beweis gegen den Betreiber hat die Runde angehalten: Der Wächter muss entscheiden.',
  'no-winners': 'Kein Werk wurde gewählt, also wird nichts geprägt.',
  minted: 'Alle gewählten Werke sind geprägt.',
  cancelled: 'Die Runde ist abgesagt.',
  'not-ours':
    'Das Ergebnis auf der Chain ist nicht das, was hier ausgezählt wurde: Sieh dir die Nachzählung an, bevor etwas geprägt wird.',
}
export const until = (moment: string) => `bis ${moment}`
