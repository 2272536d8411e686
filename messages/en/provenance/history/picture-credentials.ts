export const title = 'Credentials'
export const aside = 'signed into the file, if there are any'
export const ask =
  'They say how the file was made, and hold only while nobody changed it. The reader has to come first.'
