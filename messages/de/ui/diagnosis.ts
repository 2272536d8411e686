export const causes = {
  asking: { because: '', text: 'Nichts wurde verändert.' },
  database: {
    because: 'die Datenbank antwortet nicht',
    text: 'Nichts wurde verändert. Diese Seite versucht es von selbst wieder, sobald sie antwortet.',
  },
  chain: {
    because: 'die Chain antwortet nicht',
    text: 'Nichts wurde verändert. Diese Seite versucht es von selbst wieder, sobald sie antwortet.',
  },
  silent: {
    because: 'dieser Server antwortet nicht',
    text: 'Nichts wurde verändert. Diese Seite versucht es von selbst wieder, sobald er antwortet.',
  },
  offline: {
    because: 'du bist offline',
    text: 'Diese Seite versucht es von selbst wieder, sobald du es nicht mehr bist.',
  },
  server: {
    because: 'dieser Server ist an der eigenen Arbeit gescheitert',
    text: 'Nichts wurde verändert. Hilft ein neuer Versuch nicht, gib dem Betreiber den Code und die Zeit.',
  },
}
