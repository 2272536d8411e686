export const correct = 'Correct it and send it again.'
