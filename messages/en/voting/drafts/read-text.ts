export const tooLarge = 'It is larger than 4 MB.'
export const notUtf8 = 'It is no text in UTF-8.'
