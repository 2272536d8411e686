export const what = 'Das Pult'
