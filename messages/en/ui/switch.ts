export const on = 'on'
export const off = 'off'
