export const picture = (position: number) => `Bild ${position}`
export const pictureTry = (position: number, count: number) => `Bild ${position}, ${count}. Versuch`
export const askedAgain = (name: string, count: number) => `${name}, zum ${count}. Mal erbeten`
export const underWay = (took: string) => `läuft seit ${took}`
export const after = (what: string, took: string) => `${what}, nach ${took}`
export const calledOff = 'abgesagt'
export const atTheGates = 'gemacht, bei den Prüfungen'
export const hung = 'gehängt'
export const turnedAway = 'von den Prüfungen abgewiesen'
export const failures = {
  'rate-limited': 'wir sollten warten',
  capacity: 'dort war kein Platz',
  auth: 'der Schlüssel wurde abgelehnt',
  'invalid-input': 'das Rezept wurde nicht angenommen',
  moderated: 'ein Filter dort wies Worte oder Bild ab',
  transient: 'es brach ab',
  'unknown-outcome': 'die Antwort ging verloren',
  expired: 'es dauerte zu lange, oder das Bild war weg',
  'budget-exceeded': 'das Konto dort ist leer',
  'artifact-invalid': 'was kam, war kein Bild',
}
