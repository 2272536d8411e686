export const reading = 'Reading it back from the chain …'
