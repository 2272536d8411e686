export const title = 'Sammlung'
export const description = 'Jedes Werk, das eine Runde gewählt hat und das geprägt wurde, mit seiner Akte.'
export const communities = 'Gemeinschaften'
export const howToCheck = 'Wie man sie prüft'
export const about = 'Was gewählt und geprägt wurde, das Neueste zuerst. Jedes lässt sich umdrehen.'
export const newestWorks = (count: number) => `Die neuesten ${count} Werke`
