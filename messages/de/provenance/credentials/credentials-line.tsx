import type { ReactNode } from 'react'

export const loading = (percent: number) => `Der Leser kommt, ${percent} %.`
export const reading = 'Werden gelesen …'
export const progressOf = 'Der Leser der Nachweise'
export const cancel = 'Abbrechen'
export const again = 'Noch einmal'

export const whole = {
  round:
    'Heil und unterhalb der Wurzel unterschrieben, die die Regeln dieser Runde nennen. Alles, was sie sagen, stimmt mit der Akte überein.',
  instance:
    'Heil, und sie stimmen mit der Akte überein. Unterschrieben unterhalb der Wurzel dieser Instanz: Die Runde nennt keine eigene, also bürgt sonst niemand dafür.',
}
/** Without a record to hold them against. */
export const wholeWithoutRecord = 'Heil und unterhalb der Wurzel dieser Instanz unterschrieben.'
export const foreign = {
  round: (signer: string | null) =>
    `Heil und unterschrieben von ${signer ?? 'jemandem ohne Namen'}, nicht unterhalb der Wurzel, die diese Runde nennt.`,
  instance: (signer: string | null) =>
    `Heil und unterschrieben von ${signer ?? 'jemandem ohne Namen'}, den die Wurzel dieser Instanz nicht kennt.`,
}
export const forged =
  'Sie geben sich als von dieser Runde aus und sind nicht unterhalb der Wurzel unterschrieben, die sie nennt.'
export const none = 'Die Datei trägt keine.'
export const differs = (names: string) => `Heil, aber nicht, was die Akte sagt: ${names}.`
/** Where a file and the record can part. */
export const differences = {
  recipe: 'das Rezept',
  creator: 'der Urheber',
  round: 'die Runde',
  licence: 'die Lizenz',
  parents: 'die Vorlagen',
  title: 'der Titel',
  model: 'das Modell',
  source: 'die Art der Entstehung',
  prompt: 'der Wortlaut des Auftrags',
  mining: 'was Maschinen lernen dürfen',
}

const otherPicture = 'Das Bild ist nicht das, das unterschrieben wurde.'
/** What C2PA finds, by its code. */
export const broken: Record<string, string> = {
  'assertion.dataHash.mismatch': otherPicture,
  'assertion.boxesHash.mismatch': otherPicture,
  'assertion.bmffHash.mismatch': otherPicture,
  'assertion.hashedURI.mismatch': 'Eine ihrer Aussagen wurde nach der Unterschrift geändert.',
  'assertion.missing': 'Eine ihrer Aussagen wurde nach der Unterschrift entfernt.',
  'claim.missing': 'Sie behaupten nichts.',
  'claimSignature.missing': 'Sie sind nicht unterschrieben.',
  'claimSignature.mismatch': 'Ihre Unterschrift gilt nicht dem, was sie behaupten.',
  'signingCredential.invalid': 'Das Zertifikat, das sie unterschrieb, darf keine Bilder unterschreiben.',
  'signingCredential.expired': 'Das Zertifikat, das sie unterschrieb, ist abgelaufen.',
  'signingCredential.revoked': 'Das Zertifikat, das sie unterschrieb, wurde zurückgezogen.',
}
export const brokenOtherwise = 'Sie halten nicht.'
export const unreadable = 'Was dort steht, lässt sich nicht als Nachweise lesen.'
export const otherRoot =
  'Was dieser Server als Wurzel gibt, ist ein anderes Zertifikat als das, das die Runde nennt.'
/** Why they were not read. */
export const failed: Record<string, string> = {
  'credentials-engine': 'Der Leser kam nicht an, oder dieser Browser führt ihn nicht aus.',
  'credentials-slow': 'Das Lesen dauerte zu lange und wurde beendet.',
  'no-root': 'Das Wurzelzertifikat kam nicht an.',
  'no-sidecar': 'Was neben der Datei steht, kam nicht an.',
}
export const failedOtherwise = 'Dieser Browser konnte sie nicht lesen.'

export const whatTheySay = 'Was sie sagen'
export const titled = (title: string) => `Titel: „${title}“`
export const made = {
  trainedAlgorithmicMedia: 'Gemacht von einem trainierten Modell',
  compositeWithTrainedAlgorithmicMedia: 'Gemacht von einem trainierten Modell aus Bildern von jemandem',
  algorithmicMedia: 'Gemacht von einem Algorithmus',
  otherwise: (source: string | null) => (source === null ? 'Gemacht' : `Gemacht, als ${source}`),
}
export const opened = 'Hier geöffnet, wie es kam; wie es entstand, wird nicht gesagt'
export const prompt = (text: string) => `Gebeten wurde um: „${text}“`
export const mining = {
  allowed: 'Maschinen dürfen daraus lernen',
  constrained: (licence: string) => `Maschinen dürfen daraus lernen, soweit ${licence} sie lässt`,
  notAllowed: 'Maschinen dürfen nicht daraus lernen',
}
export const signer = (name: string) => `Unterschrieben von ${name}`
export const fault = (code: ReactNode) => <>C2PA nennt es {code}.</>
