export const incomplete = 'Schreib die ganze Adresse, wie in https://node.example.'
export const withPassword = 'Ein Browser sendet in einer Adresse weder Namen noch Passwort. Lass sie weg.'
export const insecure =
  'Nur https, oder http zu einem Knoten auf deinem eigenen Gerät: Unterwegs könnte jeder die Antworten ändern.'
export const noAddress = '0x und 40 Ziffern oder Buchstaben von a bis f.'
