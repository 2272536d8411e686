export const title = 'Draft a round'
export const kept = 'What you entered stays on this page.'
export const backToDesk = 'Back to the desk'
export const about =
  'Everything can be changed until you open submissions. Then the rules freeze, and their hash is the round’s id.'
export const noCommunity = 'There is no community yet.'
export const whyCommunity = 'A round belongs to a community: its collection mints the winners.'
export const foundOne = 'Found one'
