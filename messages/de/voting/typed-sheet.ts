import { figure } from '#messages/voting/figure.ts'

export const title = 'Der Text, den du unterschreibst'
type Domain = { name: string; version: string; chainId: number }
/** What stands before the address of the contract. */
export const domain = ({ name, version, chainId }: Domain) => `${name} ${version}, Chain ${chainId}, Vertrag`
export const whole = (bytes: number) => `Der ganze Text der Wahl, ${figure(bytes)} Bytes`
export const tooLong =
  'Er ist zu lang für das Feld: Der Stimmzettel nennt seinen SHA-256, und der Text liegt daneben.'
