export const kept = 'Kept on this device.'
export const forgotten = (host: string) =>
  `Kept on this device only: another of your devices had it forgotten at ${host}.`
export const draftKept = 'Your draft is kept.'
export const whyAccount = 'Nobody else is given your draft: that is why your account is asked for.'
export const keepThere = 'Keep it on my other devices too'
export const how = (host: string) =>
  `For this you sign in with your account, here and there: a short text, never a transaction. What you decided on another device comes here, and nothing of either is lost. The draft is shown to nobody else, stands in no public record, and is deleted when voting closes or when you say so. Whoever runs ${host} could read it.`
