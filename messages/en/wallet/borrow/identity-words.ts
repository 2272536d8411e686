export const groups = { curator: 'Curators', creator: 'Creators', director: 'Director' }
export const does = {
  curator: 'signs a ballot',
  creator: 'signs briefs',
  director: 'opens, closes, mints',
}
export const votes = (count: bigint, block: string | null, voted: boolean) =>
  `${count.toLocaleString('en')} ${count === 1n ? 'vote' : 'votes'} ${
    block === null ? 'as of now' : `at block ${block}`
  }${voted ? ', has voted' : ''}`
