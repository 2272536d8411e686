export const roundId = 'Round id'
export const openingBlock = 'Block of the opening'
export const voter = 'Voter'
export const whoJudges = 'the address that judges'
export const works = 'Works'
export const heading = 'How the pairs are drawn'
export const queueOfOne =
  'Every voter has a queue of their own. It is drawn from the four values below, and from the voter’s own answers: the work that wins stays and meets the next one. Nobody else’s answers play a part, so a queue tells nothing about the standings.'
export const sidesByCoin =
  'No pair comes twice. Which work stands at the left is a coin of its own for every pair: the lowest bit of the first byte of the SHA-256 of round id, block, voter, lower and higher number, with a space between them; 0 puts the lower number there. It is only shown, never signed.'
export const writtenDownIn = 'The drawing is written down step by step in'
export const writtenDownWhere = ', part 4, “Queue of duels”.'
