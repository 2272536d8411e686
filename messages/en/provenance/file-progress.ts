export const progressOf = (name: string) => `Progress of the check of ${name}`
export const cancel = 'Cancel'
