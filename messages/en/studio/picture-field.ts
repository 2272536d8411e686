export const picture = 'The picture'
export const limits = 'PNG, JPEG or WebP, at most 32 MiB'
export const drop = 'Drop it here, or choose it.'
export const letGo = 'Let go: it is taken.'
export const choose = 'Choose a picture'
export const another = 'Choose another'
export const hint =
  'It is written anew before it hangs: upright, in sRGB, without the place it was taken at or anything else a file may carry.'
export const chosen = (name: string) => `Chosen: ${name}`
export const size = (width: number, height: number, bytes: string) => `${width} × ${height} px, ${bytes}`
