export const title = 'Stimm\u00ADzettel'
export const steps = 'Schritte'
export const pick = 'Wählen'
export const judge = 'Urteilen'
export const review = 'Prüfen'
export const sign = 'Unterschreiben'
export const receipt = 'Quittung'
export const cancelled = 'Diese Runde wurde abgesagt.'
export const notOpen = 'Die Abstimmung ist noch nicht eröffnet.'
export const opens = (on: string) => `Sie wird eröffnet am ${on}.`
export const closed = 'Die Abstimmung ist geschlossen.'
export const closedOn = (on: string) => `Sie schloss am ${on}. Deine Wahl bleibt auf diesem Gerät.`
export const toWall = 'Zur Wand'
export const toResult = 'Zum Ergebnis'
export const backToWall = 'Zurück zur Wand'
export const about = (round: string, method: string) => `${round}, Verfahren: ${method}.`
export const changeable = (until: string) => ` Ändere ihn, so oft du willst, bis ${until}.`
export const signingNeedsNetwork = 'Zum Unterschreiben braucht es das Netz.'
