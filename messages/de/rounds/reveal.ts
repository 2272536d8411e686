export const skip = 'Überspringen'
