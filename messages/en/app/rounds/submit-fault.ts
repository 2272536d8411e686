export const what = 'The form for briefs'
