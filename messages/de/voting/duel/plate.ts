export const notRead = 'Dieses Bild konnte nicht gelesen werden.'
export const judgeAllTheSame = 'Du kannst das Paar trotzdem beurteilen oder überspringen.'
export const again = 'Noch einmal'
