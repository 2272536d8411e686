import { figure } from '#messages/voting/figure.ts'

export const title = 'The text you sign'
type Domain = { name: string; version: string; chainId: number }
/** What stands before the address of the contract. */
export const domain = ({ name, version, chainId }: Domain) => `${name} ${version}, chain ${chainId}, contract`
export const whole = (bytes: number) => `The whole text of the choices, ${figure(bytes)} bytes`
export const tooLong =
  'It is too long for the field: the ballot names its SHA-256, and the text goes beside it.'
