export const why = 'The desk shows what your account may do.'
export const fetching = 'Fetching your desk …'
export const kept = 'Nothing is lost.'
