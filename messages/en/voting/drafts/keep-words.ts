export const lastSaved = (time: string) => `; last saved ${time}`
export const saved = (host: string, last: string) =>
  `Kept on this device and, for you alone, at ${host}${last}.`
export const saving = (host: string) => `Kept on this device; saving it at ${host} …`
export const looking = (host: string) =>
  `Kept on this device; asking ${host} what your other devices decided …`
export const offline = (host: string, last: string) =>
  `Kept on this device. ${host} does not answer: it is tried again by itself${last}.`
export const signedOut = (host: string, last: string) =>
  `Kept on this device only, until you sign in at ${host} again${last}.`
export const refused = (host: string, last: string) =>
  `Kept on this device. ${host} did not take the latest of it${last}.`
export const asks = (host: string) =>
  `Kept on this device. Nothing is saved at ${host} until you have answered.`
