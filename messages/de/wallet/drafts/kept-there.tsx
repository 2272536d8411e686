import type { ReactNode } from 'react'

export const draftKept = 'Dein Entwurf ist noch da.'
export const belongs = (account: string) => `Dieser Entwurf gehört ${account}.`
export const goOn = 'Weiter sichern'
export const otherAccount = (account: string) =>
  `Dieser Entwurf gehört ${account}: Verwende dieses Konto, oder lass ihn damit auf einem anderen Gerät vergessen.`
export const arrived = (changes: ReactNode) => <>Von deinem anderen Gerät gekommen: {changes}.</>
export const undo = 'Rückgängig'
export const tryAgain = 'Noch einmal'
export const forget = 'Dort vergessen'
export const forgetHow = (host: string) =>
  `Er bleibt dann auf diesem Gerät. Bei ${host} wird er niemandem sonst gezeigt, steht in keiner öffentlichen Akte und wird gelöscht, wenn die Abstimmung schließt. Wer ${host} betreibt, könnte ihn lesen.`
