export const kept = 'Auf diesem Gerät aufbewahrt.'
export const yours = 'Dein Entwurf'
export const keepOrMove = 'Entwurf behalten oder mitnehmen'
export const unkept = 'Dieses Gerät behält nichts: Der Entwurf lebt so lange wie diese Seite.'
