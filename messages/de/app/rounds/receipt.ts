export const title = 'Quittung'
export const steps = 'Schritte'
export const pick = 'Wählen'
export const review = 'Prüfen'
export const sign = 'Unterschreiben'
export const kept = 'Was du unterschrieben hast, merkt sich dieses Gerät.'
export const changeBallot = 'Stimmzettel ändern'
export const toResult = 'Zum Ergebnis'
export const watchLog = 'Das Protokoll wachsen sehen'
export const theLog = 'Das Stimmenprotokoll'
export const about = (round: string) =>
  `${round}. Heb sie auf: Mit ihr kannst du beweisen, dass dein Stimmzettel angenommen wurde, was dieser Server später auch sagt.`
