const figure = (count: number) => count.toLocaleString('de-DE')

export const credits = (count: number) => `${figure(count)} ${count === 1 ? 'Credit' : 'Credits'}`
export const noVote = 'keine Stimme'
export const nextCosts = (price: number) => `nächste kostet ${price}`
export const votesFor = (title: string) => `Stimmen für ${title}`
export const oneLess = (title: string) => `Eine Stimme weniger für ${title}`
export const oneMore = (title: string, price: number) => `Eine Stimme mehr für ${title}, ${credits(price)}`
export const atMost = (limit: number) =>
  `Höchstens ${credits(limit)}; deine stehen fest, sobald deine Stimmen feststehen.`
export const someOfThem = (most: number, limit: number) =>
  `Deine Stimmen geben ${credits(most)} von den ${figure(limit)}, die diese Runde zulässt. Ein Stimmzettel, der mehr ausgibt, wird nicht gezählt.`
export const allOfThem = (limit: number) => `Deine Stimmen geben alle ${credits(limit)}.`
export const spentOf = (spent: number, most: number) => `${spent} von ${credits(most)} ausgegeben`
export const left = (count: number) => `${count} übrig`
export const tooMany = (count: number) => `${count} zu viel`
