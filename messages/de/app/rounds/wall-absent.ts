export const nothing = 'Eine solche Runde gibt es hier nicht.'
export const why =
  'Eine Runde behält ihren Namen in Adressen für immer. Diese wurde also unterwegs abgeschnitten, gehört zu einem anderen Server oder ist noch in Vorbereitung.'
export const toRounds = 'Zu den Runden'
