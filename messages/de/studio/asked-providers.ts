export const asked = 'Wer gefragt wird'
