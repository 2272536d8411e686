export const reading = 'Wird von der Chain zurückgelesen …'
