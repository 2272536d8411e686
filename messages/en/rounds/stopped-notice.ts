export const title = 'A proof has stopped this round.'
export const shown = {
  equivocation: 'Its operator signed two different logs of the same length.',
  dropped: 'Its operator signed a log that the sealed one does not continue.',
}
export const whileVoting =
  'Ballots are still taken, and nothing comes of them before the guardian has ruled in public.'
export const afterwards = 'Nothing is decided or minted before the guardian has ruled in public.'
export const seeProof = 'See the proof'
