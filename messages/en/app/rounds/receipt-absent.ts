export const nothing = 'This is not the address of a receipt.'
export const why =
  'It ends with the digest of a ballot: 0x and 64 letters and digits. The receipt that you saved has it.'
export const howToCheck = 'How to check a ballot'
