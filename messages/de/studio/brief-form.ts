export const one = 'eines'
export const brief = 'Auftrag'
export const letters = (count: number, most: number) => `${count} von ${most}`
export const briefHint =
  'Was zu sehen sein soll: Gegenstand, Farben, wie dicht, wie still. Der prozedurale Künstler liest Wörter für Farbe, Anzahl, Dichte und Bewegung.'
export const style = 'Stil'
export const optional = 'freiwillig'
export const yourName = 'Dein Name auf dem Schild'
export const worksToMake = 'Wie viele Werke'
export const royaltyAddress = 'Adresse für Tantiemen'
export const yoursWhenEmpty = 'Leer: deine eigene.'
export const madeBy = 'Gemacht von'
export const time = 'Zeit'
export const cost = 'Kosten'
export const whatYouSign = 'Was du unterschreibst'
export const oneSignature = 'eine Unterschrift, kein Gas'
export const wordsKept = 'Deine Worte bleiben erhalten.'
export const whySignIn = 'Einen Auftrag unterschreibt, wer ihn erteilt.'
export const review = 'Auftrag prüfen'
export const keepPrivate = 'Die Worte geheim halten'
export const whatPrivateMeans = [
  'Du unterschreibst ein Siegel von Auftrag und Stil. Wand, Protokoll und Bilddatei tragen das Siegel, nie die Worte.',
  'Dieser Server bewahrt die Worte, und wer die Bilder macht, liest sie: Schreib nichts hinein, was niemand wissen darf.',
  'Rechner von Freiwilligen bleiben außen vor. Der Titel lautet „Untitled“, denn Titel entstehen aus den Worten.',
  'Du kannst die Worte später offenlegen, für immer, auf der Seite deiner Aufträge.',
]
