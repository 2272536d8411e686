/** What checks a round from its public record without this site; the node after --rpc may be any of its chain. */
export const recordCommand = (origin: string, roundId: string, otherChains: readonly number[]): string =>
  [
    `npm run verso -- verify ${origin}/api/v1/rounds/${roundId}/bundle --rpc ${origin}/rpc`,
    ...otherChains.map((chainId) => `--rpc ${chainId}='${origin}/rpc?chain=${chainId}'`),
  ].join(' ')
