export const note = [
  'The words of every brief made this way leave this machine. Volunteers you do not know see them, and the pictures.',
  'Without an account there, this server asks as anybody, and the network may pass the pictures on. Do not send what is private.',
  'It takes minutes. A full queue or a volunteer’s filter can turn a brief down.',
  'The record of each work names the volunteer’s machine and the model, and says that nobody here saw its weights.',
] as const
export const stop = 'Stop sending briefs to volunteers'
export const start = 'Render with volunteers’ GPUs (free, public, takes minutes)'
export const title = 'Volunteers’ GPUs'
export const on = 'on'
export const off = 'off'
export const whatItIs =
  'AI Horde is a network of people who lend their computers. Through it, briefs of this round become pictures by Stable Diffusion: no key, no account, no cost.'
export const nothingChanged = 'Nothing was changed.'
export const whySignIn = 'Only the director can let volunteers in.'
