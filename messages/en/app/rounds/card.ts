export const alt = 'A piece of the wall of this round, with its title'
