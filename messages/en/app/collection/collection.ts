export const title = 'Collection'
export const description = 'Every work that a round chose and that was minted, with its record.'
export const communities = 'Communities'
export const howToCheck = 'How to check them'
export const about = 'What was chosen and minted, the newest first. Each can be turned over.'
export const newestWorks = (count: number) => `The newest ${count} works`
