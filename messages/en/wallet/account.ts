export const connect = 'Connect a wallet'
export const otherNetwork = (chain: string) =>
  `Your wallet is on another network. This round lives on ${chain}.`
export const confirmSwitch = 'Confirm the switch in your wallet'
export const switchTo = (chain: string) => `Switch to ${chain}`
export const connectedAs = 'Connected as'
export const useAnother = 'Use another account'
