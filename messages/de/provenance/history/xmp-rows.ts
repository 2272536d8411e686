export const title = 'Was die Datei über sich sagt'
export const aside = 'alle können es schreiben'
export const nothing = 'Nichts: Sie trägt kein XMP.'
export const fields = {
  title: 'Titel',
  creator: 'Von',
  rights: 'Rechte',
  licence: 'Lizenz',
  sourceType: 'Art der Quelle',
  system: 'Gemacht mit',
  systemVersion: 'Version',
  prompt: 'Prompt',
  promptWriter: 'Prompt von',
  dataMining: 'Maschinen dürfen daraus lernen',
}
