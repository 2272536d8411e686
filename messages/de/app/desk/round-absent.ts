export const nothing = 'Eine solche Runde liegt nicht auf diesem Pult.'
export const why =
  'Eine Runde wird hier mit ihrer Kennung angesprochen, oder mit ihrem Entwurf, bevor sie eine hat.'
export const toDesk = 'Zum Pult'
