export const frozenAt = (moment: string) => `Festgeschrieben ${moment}`
export const whatFreezes = 'Was festgeschrieben wird'
