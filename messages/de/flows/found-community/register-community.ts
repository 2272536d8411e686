export const noTransaction = 'Die Chain kennt keine solche abgeschlossene Transaktion.'
export const otherContract = 'Sie hat einen anderen Vertrag angelegt.'
export const noLicence = 'Nicht in der Liste der Lizenzen.'
export const otherCode = 'Ihr Code ist nicht der von Verso.'
