export const noTransaction = 'The chain knows no such finished transaction.'
export const otherContract = 'It deployed another contract.'
export const noLicence = 'Not in the list of licences.'
export const otherCode = 'Its code is not Verso’s.'
