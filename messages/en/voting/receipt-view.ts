export const still = 'Is it still in the log?'
export const says = 'What the receipt says'
