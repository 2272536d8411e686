export const whatCounts = 'Das Werk, das zählt'
export const thisOne = 'Dieses'
