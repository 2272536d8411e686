/** What is made of a work that is varied, by who makes it. */
export const drawnAgain =
  'The procedural artist draws it again from its own seed and moves one trait in each picture: how dense, how it moves, the hour, the inks. New words of yours come first.'
export const fromItsSeed =
  'New words are made from its own seed once; every other picture has a seed of its own.'
export const workToVary = 'The work to vary'
export const variationsOf = 'Variations of'
export const namesWork = 'The brief you sign names this work.'
export const withoutParent = 'Sign a brief without a parent'
