export const listMissing = 'This list is not here, or has another number of rows: send it again.'
export const noNode = (chainId: number) => `This site cannot read chain ${chainId}. Its operator can add it.`
export const silentEarlier = (token: string) =>
  `${token} does not answer for the earlier times: it may not have been there yet.`
export const noSuchToken = (token: string, chainId: number) =>
  `${token} does not answer as a token of this kind on chain ${chainId}.`
