export const name = 'The work, closer'
