export const tooLarge = 'Sie ist größer als 4 MB.'
export const notUtf8 = 'Sie ist kein Text in UTF-8.'
