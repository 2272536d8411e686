export const what = 'Diese Gemeinschaft'
