import * as counts from '#messages/counts.ts'

const mintedWorks = (count: number) =>
  count === 1 ? '1 geprägtes Werk' : `${count.toLocaleString('de-DE')} geprägte Werke`

export const about = (rounds: number, minted: number, licence: string) =>
  `${counts.rounds(rounds)}, ${mintedWorks(minted)}. Die Werke stehen unter ${licence}.`
export const rounds = 'Runden'
