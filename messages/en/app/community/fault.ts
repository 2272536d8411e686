export const what = 'This community'
