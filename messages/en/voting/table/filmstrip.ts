export const name = 'Works of this round'
