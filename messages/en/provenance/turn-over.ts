export const over = 'Turn over'
export const back = 'Turn back'
