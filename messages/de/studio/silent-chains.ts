export const silent = 'Eine Chain, die Stimmen gibt, antwortet nicht.'
export const since = (chainId: number, moment: string) => `Chain ${chainId}, seit ${moment}.`
export const takenAllTheSame =
  'Stimmzettel werden trotzdem angenommen. Die Auszählung beginnt, sobald sie antwortet; nichts geht verloren.'
