export const kinds = {
  'erc20-votes': 'Übertragene Stimmen eines Tokens (ERC20Votes)',
  'erc721-votes': 'Übertragene Stimmen einer Sammlung (ERC721Votes)',
  'erc20-balance': 'Besitz eines Tokens (ERC-20)',
  'erc721-balance': 'Besitz von Werken einer Sammlung (ERC-721)',
  'erc1155-balance': 'Besitz einer Id einer Sammlung (ERC-1155)',
  'merkle-allowlist': 'Eine Liste von Adressen',
  fixed: 'Eine Stimme für jede Adresse',
}
/** What a field needs. */
export const needs = {
  token: '0x und 40 hexadezimale Ziffern.',
  chainId: 'Die Nummer einer Chain, etwa 1 oder 8453.',
  tokenId: 'Die Nummer der Id.',
  cap: 'Eine ganze Zahl, oder nichts.',
  numerator: 'Eine ganze Zahl.',
  denominator: 'Eine ganze Zahl über null.',
  amount: 'Eine ganze Zahl über null.',
}
export const notInOrder = 'Nicht in Ordnung.'
