export const kinds = {
  'erc20-votes': 'Delegated votes of a token (ERC20Votes)',
  'erc721-votes': 'Delegated votes of a collection (ERC721Votes)',
  'erc20-balance': 'A token held (ERC-20)',
  'erc721-balance': 'Works of a collection held (ERC-721)',
  'erc1155-balance': 'One id of a collection held (ERC-1155)',
  'merkle-allowlist': 'A list of addresses',
  fixed: 'One voice for each address',
}
/** What a field needs. */
export const needs = {
  token: '0x and 40 hexadecimal digits.',
  chainId: 'The number of a chain, as 1 or 8453.',
  tokenId: 'The number of the id.',
  cap: 'A whole number, or nothing.',
  numerator: 'A whole number.',
  denominator: 'A whole number above zero.',
  amount: 'A whole number above zero.',
}
export const notInOrder = 'Not in order.'
