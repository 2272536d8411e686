export const menu = 'Menu'
export const close = 'Close'
