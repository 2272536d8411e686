export const nothing = 'No such work hangs in this round.'
export const why =
  'Works are numbered when submissions close, and addressed by their content before. What was turned away at a gate was never hung.'
