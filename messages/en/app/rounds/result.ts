export const title = (round: string) => `${round}: the result`
export const checkIt = 'Check it'
