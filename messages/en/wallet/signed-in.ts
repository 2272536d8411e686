export const looking = 'Looking whether you are signed in …'
export const walletShows = 'It shows a short text of this site. Signing it only says who you are.'
export const signIn = 'Sign in'
export const free = 'Signing in sends nothing and costs nothing.'
