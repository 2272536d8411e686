/** By what the wall was asked to show. */
export const nothing = {
  all: ['Hier hängt nichts.', ''],
  unseen: [
    'Du hast jedes Werk dieser Runde gesehen.',
    'Auf diesem Gerät stand jedes eine Sekunde lang im Fenster.',
  ],
  picks: ['Du hast noch nichts gewählt.', 'Wähle an der Wand oder mit P am Leuchttisch.'],
  passed: ['Du hast noch nichts weggelegt.', 'X am Leuchttisch legt ein Werk weg.'],
  rated: [
    'Du hast noch nichts bewertet.',
    '1 bis 5 am Leuchttisch bewerten ein Werk, für deine eigene Reihenfolge.',
  ],
} as const
export const showAll = 'Alle Werke zeigen'
