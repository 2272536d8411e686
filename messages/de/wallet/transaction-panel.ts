export const only = { director: 'Das kann nur die Leitung:', account: 'Das kann nur dieses Konto:' }
