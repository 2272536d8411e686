export const pictureOfBrief = (position: number) => `Bild ${position} dieses Auftrags`
export const picture = (position: number) => `Bild ${position}`
export const pictureTry = (position: number, attempt: number) => `Bild ${position}, Versuch ${attempt}`
export const moved = (trait: string) => `Verschoben: ${trait}.`
export const gatesPassed = (count: number) =>
  count === 1 ? '1 Prüfung bestanden' : `${count} Prüfungen bestanden`
export const noCause = 'Es wurde kein Grund festgehalten.'
export const madeBy = (who: string) => `Gemacht von: ${who}.`
export const at = (line: string, who: string) => `${line}, bei: ${who}`
