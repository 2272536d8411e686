export const pageTitle = 'Recount a Snapshot proposal'
export const about =
  'A vote that was held elsewhere, counted again: as it was counted there, and exactly. Nothing is voted on here.'
export const recountClosed = 'Recount a closed proposal'
export const inBrowser = 'in this browser'
export const whatCountsAre = 'What the counts are'
export const meanings = {
  published: { name: 'Published', what: 'the scores that the proposal carries' },
  compatible: {
    name: 'Compatible',
    what: 'the votes counted again as Snapshot counts: doubles, added one by one, its own idea of a valid choice',
  },
  exact: {
    name: 'Exact',
    what: 'the votes counted as Verso counts: whole numbers of the eighteenth decimal, one spelling for each choice, the same in every order',
  },
}
export const whatIsNotChecked = 'What is not checked'
export const notChecked =
  'Signatures, and where the powers come from: both are taken from the list. That the list is whole: only the number of votes is compared. Scores by strategy, and the quorum.'
export const howToGetFiles = 'How to get the files'
export const askTheHub =
  'Ask the hub for proposal and votes, and save what it answers. It gives a thousand votes at a time; the pages may be dropped together.'
export const query = 'the query'
export const orCommandLine = 'Or let the command line ask, from the source:'
export const command = 'the command that asks a hub'
