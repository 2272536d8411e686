export const turnOver = 'Turn over'
export const onItsWay = 'On its way'
export const compare = 'Compare'
export const more = 'More'
