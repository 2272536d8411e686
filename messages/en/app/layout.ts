export const description =
  'Works made from signed briefs, chosen by signed ballots, minted with a record anyone can check.'
