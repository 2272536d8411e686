import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

export const title = 'Prüfen'
export const about =
  'Niemand muss diesem Server glauben. Alles, was eine Runde war, steht in ihrer Akte; alle können sie nachzählen.'
export const fromDisk = 'Eine Akte von deinem Gerät prüfen'
export const inBrowser = 'in diesem Browser'
export const withoutSite = 'Oder ohne diese Website'
export const oneFile =
  'Dieselbe Prüfung als eine Datei. Sichere sie, öffne sie von deinem Gerät, leg ein Bündel darauf ab: Sie erreicht kein Netz, und nichts auf diesem Server kann sie noch ändern.'
export const compareHash = 'Heb sie auf und vergleiche ihren Hash mit dem in den Versionshinweisen:'
export const save = (file: string) => `${file} sichern`
export const heldElsewhere = 'Anderswo abgestimmt'
export const snapshot = (link: ReactNode) => (
  <>
    Auch ein geschlossener Antrag bei Snapshot lässt sich nachzählen, so wie er dort gezählt wurde, und exakt:{' '}
    {link}.
  </>
)
export const recountProposal = 'einen Snapshot-Antrag nachzählen'
export const withRecord = 'Runden mit Akte'
export const noneClosed = 'Noch ist keine Runde geschlossen.'
export const whenPublished = 'Die Akte einer Runde erscheint mit ihrem Schluss.'
export const toRounds = 'Zu den Runden'
export const closed = (community: string, at: string, ballots: number) =>
  `${community}, geschlossen ${at}. ${counts.ballots(ballots)}.`
export const recountHere = 'Hier nachzählen'
export const download = 'Akte herunterladen'
export const fromSource = 'Aus dem Quelltext, am besten mit einem eigenen Knoten nach --rpc:'
export const command = (round: string) => `der Befehl, der ${round} prüft`
export const whatYouTrust = 'Worauf du noch vertraust'
export const trusted =
  'Auf die Block-Hashes, die der Bericht druckt: Vergleiche sie anderswo. Auf den Knoten, der für die Chain antwortet: Frag einen zweiten. Darauf, dass die Adresse der Sammlung die der Gemeinschaft ist. Darauf, dass ein Bild aus seinem Prompt kam: Dafür steht das Wort dessen, der es gemacht hat.'
