export const title = 'Desk'
export const about =
  'Where a director sets up rounds, opens and closes them, and mints, always from their own wallet.'
export const signedInAs = 'Signed in as'
export const yourCommunities = 'Your communities'
export const foundOne = 'Found one'
export const noCommunity =
  'This account directs no community yet. Founding one deploys its collection from your own wallet.'
export const rounds = 'Rounds'
export const draftOne = 'Draft one'
export const draftRound = 'Draft a round'
export const noRound = 'No round yet: a title, a brief, dates and places make one.'
export const standing = (state: string, until: string) => `${state}, votes until ${until}`
