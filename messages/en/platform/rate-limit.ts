export const againIn = (seconds: number) => `Again in ${seconds} s`
