import { figure } from '#messages/voting/figure.ts'

const another = 'Versuche es mit einem anderen deiner Konten.'
export const zero = {
  'not-delegated': {
    cause: 'Token sind da, aber sie waren am Stichtag nicht an dieses Konto delegiert.',
    advice: 'Delegiere jetzt an dich selbst: Das zählt ab der nächsten Runde.',
  },
  'bought-later': {
    cause: 'Die Token kamen nach dem Stichtag.',
    advice: 'Sie zählen ab der nächsten Runde.',
  },
  'held-too-short': {
    cause: 'Die Token wurden nicht zu jedem Zeitpunkt gehalten, der zählt.',
    advice: 'Weiter gehalten, zählen sie in einer späteren Runde.',
  },
  'below-minimum': {
    cause: 'Es sind weniger Token, als eine Stimme braucht.',
    advice: 'Mehr Token zählen ab der nächsten Runde.',
  },
  'no-tokens': { cause: 'Dieses Konto hält keine Token der Runde.', advice: another },
  'not-on-list': { cause: 'Dieses Konto steht nicht in der Liste der Runde.', advice: another },
  'wrong-chain': {
    cause: 'Die Token liegen auf einer anderen Chain als der, die in dieser Runde zählt.',
    advice: another,
  },
}

export const silent = (chainId: number | null) =>
  `Chain ${chainId} antwortet nicht. Nichts ist verloren: Gewogen wird in der Auszählung.`

const now = (held: bigint) => `Hält jetzt ${figure(held)}; `
export const notDelegated = (held: bigint | null, snapshot: string) =>
  `${held === null ? 'Am' : `${now(held)}am`} Stichtag ${snapshot} nicht an dieses Konto delegiert. Wer an sich selbst delegiert, dem zählt es ab der nächsten Runde.`
export const boughtLater = (held: bigint | null, snapshot: string) =>
  `${held === null ? 'Die Token' : `${now(held)}sie`} kamen nach dem Stichtag ${snapshot} und zählen ab der nächsten Runde.`
export const heldTooShort = 'Am Stichtag gehalten, aber nicht zu jedem früheren Zeitpunkt, der zählt.'
export const belowMinimum = (amount: bigint) =>
  `${figure(amount)} am Stichtag: weniger, als eine Stimme braucht.`
export const notOnList = 'Steht nicht in der Liste.'
type Elsewhere = { held: bigint | null; elsewhere: number | null; chainId: number | null }
export const wrongChain = ({ held, elsewhere, chainId }: Elsewhere) =>
  `Hält ${held === null ? 'einige' : figure(held)} auf Chain ${elsewhere}; in dieser Runde zählen die auf Chain ${chainId}.`
export const noTokens = 'Hielt am Stichtag keine und hält jetzt keine.'

export const sameForAll = 'Für alle Wähler:innen gleich.'
export const inList = (amount: bigint) => `${figure(amount)} in der Liste.`
type Weighed = { amount: bigint; isCoin: boolean; block: string | null; chainId: number | null }
/** Coins are counted in their smallest unit, whatever a wallet shows. */
export const weighed = ({ amount, isCoin, block, chainId }: Weighed) =>
  `${figure(amount)}${isCoin ? ' Basiseinheiten' : ''} ${block === null ? `jetzt auf Chain ${chainId}` : `bei Block ${block} auf Chain ${chainId}`}.`

const votes = (power: bigint) => (power === 1n ? '1 Stimme' : `${figure(power)} Stimmen`)
export const votesAt = (power: bigint, block: string | null) =>
  `${votes(power)}${block === null ? '' : ` bei Block ${block}`}`
export const atLeast = (power: bigint) => `Bisher mindestens ${votes(power)}`
export const capped = (sum: bigint, cap: bigint) =>
  `Zusammen ${figure(sum)}; für ein Konto zählen höchstens ${figure(cap)}.`
