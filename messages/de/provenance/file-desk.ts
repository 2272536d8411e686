export const noBundle = 'Das ist kein Bündel, das sich prüfen lässt.'
export const again = 'Noch einmal prüfen'
export const save = 'Bericht sichern'
export const choose = 'Datei wählen'
export const chooseAnother = 'Andere wählen'
export const drop = 'Lass hier ein bundle.zip fallen.'
export const dropAnother = 'Lass irgendwo auf dieser Seite ein anderes Bündel fallen.'
export const stays =
  'Es wird auf diesem Gerät gelesen und geprüft. Nichts davon wird hochgeladen. Quittungen, als .json gesichert, dürfen dabei sein: Sie werden in seinem Protokoll gesucht.'
/** Where pictures are taken, too. */
export const withPicture = {
  drop: 'Lass hier ein bundle.zip oder ein Bild fallen.',
  dropAnother: 'Lass irgendwo auf dieser Seite ein anderes Bündel oder Bild fallen.',
  stays:
    'Es wird auf diesem Gerät gelesen und nie hochgeladen. Ein Bündel wird geprüft; Quittungen, als .json gesichert, dürfen dabei sein. Woher ein Bild ist, wird diese Website allein nach seinen Hashes gefragt.',
}
