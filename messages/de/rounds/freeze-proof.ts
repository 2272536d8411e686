import { figure } from '#messages/voting/figure.ts'

const ballots = (size: string) => `${figure(BigInt(size))} ${size === '1' ? 'Stimmzettel' : 'Stimmzetteln'}`

export const title = 'Der Beweis'
export const onChain = (moment: string, block: number) =>
  `auf der Chain seit ${moment}, Block ${figure(block)}`
export const signed = (size: string) =>
  `Der Betreiber unterschrieb ein Protokoll mit ${ballots(size)} unter dieser Wurzel`
export const signedBesides = (size: string) => `und ein anderes Protokoll mit ${ballots(size)} unter dieser`
export const sealedInstead = 'Was versiegelt wurde, setzt es nicht fort'
export const signedBy = 'Unterschrieben von'
export const broughtIn = 'Vorgelegt in der Transaktion'
