import type { ReactNode } from 'react'

export const draftKept = 'Your draft is kept.'
export const belongs = (account: string) => `This draft belongs to ${account}.`
export const goOn = 'Go on saving'
export const otherAccount = (account: string) =>
  `This draft belongs to ${account}: use that account, or have it forgotten with it on another device.`
export const arrived = (changes: ReactNode) => <>{changes} came from your other device.</>
export const undo = 'Undo'
export const tryAgain = 'Try again'
export const forget = 'Forget it there'
export const forgetHow = (host: string) =>
  `It stays on this device then. At ${host} it is shown to nobody else, stands in no public record, and is deleted when voting closes. Whoever runs ${host} could read it.`
