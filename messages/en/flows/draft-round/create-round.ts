export const notRegistered = 'Not registered here.'
