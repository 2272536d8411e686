export const owners = (count: number) => `${count} owners, read from the chain now`
export const you = 'you'
export const youSigned = 'You have signed.'
