export const noProvider = 'There is no such provider here.'
export const notInRound = 'Not in this round.'
export const oneWork = 'One brief brings one finished work.'
export const otherFiles = 'Takes other files than this brief names.'
