export const choice = 'Choice'
export const columns = {
  published: 'Published',
  compatible: 'Compatible',
  exact: 'Exact',
  difference: 'Difference',
}
export const none = 'none'
export const allVotes = 'Power of all votes'
