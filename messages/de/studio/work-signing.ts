export const sending = 'Das Bild ist unterwegs'
export const checking = 'Es ist angekommen und wird neu geschrieben'
export const stop = 'Anhalten'
export const back = 'Zurück zum Formular'
export const again = 'Noch einmal senden'
export const kept = 'Was aufbewahrt ist, das hängt'
export const keptAs = (width: number, height: number, bytes: string) => `${width} × ${height} px, ${bytes}`
export const alt = 'Das Bild, wie es aufbewahrt ist'
