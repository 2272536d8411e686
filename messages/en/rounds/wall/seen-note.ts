export const seen = ', seen'
