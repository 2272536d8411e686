export const rejected = (kept: string) => ({
  title: 'You closed the wallet.',
  next: `${kept} Sign when you are ready.`,
})
export const noFunds = (kept: string) => ({
  title: 'This account cannot pay for the gas.',
  next: `${kept} Add some coin to it, or use another account.`,
})
export const wrongNetwork = (kept: string) => ({
  title: 'Your wallet is on another network.',
  next: `${kept} Switch the network in your wallet and try again.`,
})
export const reverted = (kept: string, reason: string) => ({
  title: 'The contract refuses this now.',
  next: `${kept} Its reason: ${reason}.`,
})
export const notMined = (kept: string) => ({
  title: 'No block has taken the transaction yet.',
  next: `${kept} Look at it in your wallet: it can be sped up there.`,
})
export const unknown = (kept: string, detail: string) => ({
  title: 'Your wallet could not do this.',
  next: `${kept} It said: ${detail}`,
})
