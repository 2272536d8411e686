export const connect = 'Wallet verbinden'
export const otherNetwork = (chain: string) =>
  `Deine Wallet ist in einem anderen Netzwerk. Diese Runde lebt auf ${chain}.`
export const confirmSwitch = 'Bestätige den Wechsel in deiner Wallet'
export const switchTo = (chain: string) => `Zu ${chain} wechseln`
export const connectedAs = 'Verbunden als'
export const useAnother = 'Anderes Konto verwenden'
