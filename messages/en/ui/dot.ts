export const standings = {
  candidate: 'candidate',
  shortlisted: 'shortlisted',
  pick: 'my pick',
  chosen: 'chosen by the round',
  signed: 'signed or minted',
  refused: 'refused at a gate',
  waiting: 'waiting',
}
