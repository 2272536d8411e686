export const yours = 'Your picture'
export const notShown = 'This browser cannot show it: it was looked for by its file alone.'
export const neverLeft =
  'The picture never left this browser. This site was asked by three hashes: of the file, of the pixels, of what they look like.'
