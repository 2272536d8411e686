export const registered = 'Already registered here.'
