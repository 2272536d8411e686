export const thePair = 'Das Paar'
export const notRead = 'Dieses Werk konnte nicht gelesen werden.'
export const answersKept = 'Deine Antworten bleiben auf diesem Gerät.'
export const again = 'Noch einmal'
