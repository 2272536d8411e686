export const on = 'an'
export const off = 'aus'
