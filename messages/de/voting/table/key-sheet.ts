type Key = readonly [caps: string, does: string]

export const markKeys: readonly Key[] = [
  ['P', 'Wählen: Dieses Werk steht auf deinem Stimmzettel. Noch einmal nimmt es herunter.'],
  ['X', 'Weglegen. Noch einmal holt es zurück.'],
  ['U', 'Offen: weder gewählt noch weggelegt.'],
]
export const otherKeys: readonly Key[] = [
  ['← →', 'Das Werk davor, das Werk danach.'],
  ['Pos1 Ende', 'Das erste Werk, das letzte Werk.'],
  ['C', 'Mit dem nächsten behaltenen vergleichen. Pfeile bringen ein anderes Gegenüber, mit S gewinnt es.'],
  ['N', 'Übersicht: die Werke nebeneinander. Die Eingabetaste öffnet eines.'],
  ['+ − 0', 'Näher, weiter weg und eingepasst. Pfeile gehen an derselben Stelle weiter.'],
  ['Esc', 'Zurück zu einem Werk.'],
  ['Z', 'Rückgängig. Umschalt und Z stellen es wieder her.'],
  ['?', 'Diese Liste.'],
]
/** What 1 to 5 do. */
export const digits = {
  rating: 'Bewerten, für deine eigene Ordnung. Das steht nie auf einem Stimmzettel.',
  points: 'Punkte auf deinem Stimmzettel. Noch einmal nimmt sie herunter.',
  place: 'Dieses Werk auf den Platz deines Stimmzettels setzen.',
}
export const shiftKey: Key = ['Alt ←→', 'Dieses Werk auf deinem Stimmzettel nach vorn oder nach hinten.']
export const gestures: readonly Key[] = [
  ['← →', 'Wischen: das nächste Werk, das Werk davor.'],
  ['↑', 'Wischen: wählen. Noch einmal nimmt es herunter.'],
  ['↓', 'Wischen: weglegen. Noch einmal holt es zurück.'],
  ['2×', 'Zweimal tippen oder zwei Finger spreizen: näher. Wieder zweimal tippen: eingepasst.'],
]
export const compare = 'Vergleichen'
export const survey = 'Übersicht'
export const closer = 'Näher'
export const oneWork = 'Ein Werk'
export const keys = 'Tasten'
export const more = 'Mehr'
export const close = 'Schließen'
export const whereKeysAct = 'Tasten wirken, solange der Fokus auf dem Tisch ist, nicht in der Leiste darüber.'
export const goOn = 'Nach einer Marke zum nächsten offenen Werk'
export const letterKeys = 'Tasten aus einem Zeichen'
export const firstWork = 'Erstes Werk'
export const lastWork = 'Letztes Werk'
export const unset = 'Werk offen lassen'
export const redo = 'Wiederholen'
export const smallCopies =
  'Hier werden kleinere Kopien gezeigt, ohne Nachweise. Das Original hängt auf der Seite jedes Werks.'
