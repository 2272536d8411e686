export const symbolNeeded = 'Two to eight capitals or digits.'
