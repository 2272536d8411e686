export const title = 'Seine Akte'
export const here = 'in diesem Browser geprüft'
export const record = {
  running: 'Akte wird geholt …',
  unknown: 'Die Akte ließ sich nicht holen, also wird über sie nichts gesagt.',
  checked: 'Dieser Browser hat den Hash der Akte gebildet: Sie ist Byte für Byte, was der Vertrag bewahrt.',
  broken: 'Die Akte von hier ist nicht die, die der Vertrag bewahrt.',
}
export const address = {
  running: 'Adresse wird gebildet …',
  checked: 'Die Adresse des Tokens ist dieser Hash: Sie kann auf nichts anderes zeigen.',
  broken: 'Die Adresse des Tokens ist nicht dieser Hash.',
}
export const found = 'gefunden'
