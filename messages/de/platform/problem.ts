export const correct = 'Berichtige es und sende es noch einmal.'
