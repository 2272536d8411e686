export const alt = 'Ein Stück der Wand dieser Runde, mit ihrem Titel'
