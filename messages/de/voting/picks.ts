export const kept = 'Was du gewählt hast, bleibt auf diesem Gerät.'
