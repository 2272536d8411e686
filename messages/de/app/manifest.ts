export const description = 'Generative Kunst, kuratiert von Gemeinschaften.'
export const rounds = 'Runden'
