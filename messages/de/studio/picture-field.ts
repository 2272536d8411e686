export const picture = 'Das Bild'
export const limits = 'PNG, JPEG oder WebP, höchstens 32 MiB'
export const drop = 'Zieh es hierher, oder wähle es.'
export const letGo = 'Loslassen: Es wird genommen.'
export const choose = 'Bild wählen'
export const another = 'Anderes wählen'
export const hint =
  'Bevor es hängt, wird es neu geschrieben: aufrecht, in sRGB, ohne den Ort der Aufnahme und alles andere, was eine Datei mitführt.'
export const chosen = (name: string) => `Gewählt: ${name}`
export const size = (width: number, height: number, bytes: string) => `${width} × ${height} px, ${bytes}`
