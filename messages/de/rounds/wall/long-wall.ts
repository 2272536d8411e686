export const unread = 'Der Rest der Wand konnte nicht gelesen werden.'
export const kept = 'Was du gewählt hast, bleibt auf diesem Gerät.'
export const again = 'Noch einmal'
