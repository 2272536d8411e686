export const seen = ', gesehen'
