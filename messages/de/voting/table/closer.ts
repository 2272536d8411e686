export const name = 'Das Werk, näher'
