export const owners = (count: number) => `${count} Eigentümer:innen, jetzt von der Chain gelesen`
export const you = 'du'
export const youSigned = 'Du hast unterschrieben.'
