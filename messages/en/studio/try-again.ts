export const tryPicture = (position: number) => `Try picture ${position} again`
export const tryAgain = 'Try again'
export const left = (count: number) => `${count} ${count === 1 ? 'try' : 'tries'} left`
