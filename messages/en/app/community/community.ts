import * as counts from '#messages/counts.ts'

const mintedWorks = (count: number) =>
  `${count.toLocaleString('en-GB')} minted ${count === 1 ? 'work' : 'works'}`

export const about = (rounds: number, minted: number, licence: string) =>
  `${counts.rounds(rounds)}, ${mintedWorks(minted)}. Works are under ${licence}.`
export const rounds = 'Rounds'
