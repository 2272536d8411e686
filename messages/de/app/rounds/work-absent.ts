export const nothing = 'In dieser Runde hängt kein solches Werk.'
export const why =
  'Werke bekommen ihre Nummern, wenn die Einreichung schließt; davor führt ihr Inhalt zu ihnen. Was an einer Schranke abgewiesen wurde, hing nie.'
