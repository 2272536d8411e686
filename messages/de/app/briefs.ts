export const title = 'Deine Aufträge'
export const signedInAs = 'Angemeldet als'
export const submit = 'Auftrag einreichen'
export const about = 'Was du unterschrieben hast und wie es um die Bilder steht.'
export const whySignIn = 'Deine Aufträge findet das Konto, das sie unterschrieben hat.'
export const fetching = 'Deine Aufträge werden geholt …'
export const none = 'Dieses Konto hat noch keinen Auftrag unterschrieben.'
export const whatBriefsAre =
  'Ein Auftrag sagt, was zu sehen sein soll. Seine Bilder hängen an der Wand einer Runde.'
