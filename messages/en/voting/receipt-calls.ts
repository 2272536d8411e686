export const seal = {
  title: 'Seal the log with this receipt',
  text: 'It anchors the head that the operator signed for you. The log can then only grow from there, with your ballot in it. It is taken while the head on chain is smaller.',
}
export const post = {
  title: 'Post the ballot on chain',
  text: 'The count takes the log and all posted ballots together, so nobody can leave it out. It is public from that moment.',
}
