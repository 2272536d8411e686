export const looking = 'Es wird nachgesehen, ob du angemeldet bist …'
export const walletShows =
  'Sie zeigt einen kurzen Text dieser Website. Ihn zu unterschreiben sagt nur, wer du bist.'
export const signIn = 'Anmelden'
export const free = 'Die Anmeldung sendet nichts und kostet nichts.'
