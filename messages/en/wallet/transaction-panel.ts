export const only = (role: string) => `Only the ${role} can do this:`
