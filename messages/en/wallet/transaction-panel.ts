export const only = { director: 'Only the director can do this:', account: 'Only the account can do this:' }
