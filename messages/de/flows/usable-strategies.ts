export const listMissing =
  'Diese Liste ist nicht hier oder hat eine andere Zahl von Zeilen: Sende sie noch einmal.'
export const noNode = (chainId: number) =>
  `Diese Website kann Chain ${chainId} nicht lesen. Ihr Betreiber kann sie hinzufügen.`
export const silentEarlier = (token: string) =>
  `${token} antwortet nicht für die früheren Zeiten: Vielleicht gab es ihn da noch nicht.`
export const noSuchToken = (token: string, chainId: number) =>
  `${token} antwortet auf Chain ${chainId} nicht als Token dieser Art.`
