export const skip = 'Skip'
