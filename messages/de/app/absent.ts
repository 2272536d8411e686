export const nothing = 'Unter dieser Adresse ist nichts.'
export const why = 'Vielleicht ist es umgezogen, oder die Adresse wurde unterwegs abgeschnitten.'
export const toFirstPage = 'Zur Startseite'
export const toRounds = 'Zu den Runden'
