export const title = 'Nachweise'
export const aside = 'in die Datei signiert, falls es welche gibt'
export const ask =
  'Sie sagen, wie die Datei entstand, und gelten nur, solange niemand sie verändert hat. Ihr Leser muss erst geladen werden.'
