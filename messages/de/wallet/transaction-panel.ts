export const only = (role: string) => `Das kann nur ein Konto (${role}):`
