export const letGo = 'Let go: it is checked here.'
