export const what = 'Dieses Werk'
