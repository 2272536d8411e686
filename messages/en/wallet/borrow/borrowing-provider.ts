export const borrow = 'Borrow an identity'
export const borrowedBefore = 'Borrowed: '
export const borrowedAfter =
  '. What you press is signed at once, with a key that everybody knows: worth nothing off this machine.'
export const giveBack = 'Give back'
export const borrowAnother = 'Borrow somebody else'
