export const yours = 'Dein Bild'
export const notShown = 'Dieser Browser kann es nicht zeigen: Es wurde allein nach seiner Datei gesucht.'
export const neverLeft =
  'Das Bild hat diesen Browser nie verlassen. Diese Website wurde nach drei Hashes gefragt: der Datei, der Pixel und ihres Aussehens.'
