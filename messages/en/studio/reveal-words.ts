export const reveal = 'Reveal the words'
export const forGood = 'Everybody will read them, on every work of this brief, and nothing takes them back.'
export const keep = 'Keep them private'
export const revealForGood = 'Reveal for good'
