const figure = (count: number) => count.toLocaleString('en')

export const credits = (count: number) => `${figure(count)} ${count === 1 ? 'credit' : 'credits'}`
export const noVote = 'no vote'
export const nextCosts = (price: number) => `next costs ${price}`
export const votesFor = (title: string) => `Votes for ${title}`
export const oneLess = (title: string) => `One vote less for ${title}`
export const oneMore = (title: string, price: number) => `One vote more for ${title}, ${credits(price)}`
export const atMost = (limit: number) => `At most ${credits(limit)}; yours are known once your votes are.`
export const someOfThem = (most: number, limit: number) =>
  `Your votes give ${credits(most)} of the ${figure(limit)} that this round allows. A ballot that spends more is not counted.`
export const allOfThem = (limit: number) => `Your votes give all ${credits(limit)}.`
export const spentOf = (spent: number, most: number) => `${spent} of ${credits(most)} spent`
export const left = (count: number) => `${count} left`
export const tooMany = (count: number) => `${count} too many`
