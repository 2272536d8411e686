export const reveal = 'Die Worte offenlegen'
export const forGood = 'Alle werden sie lesen, an jedem Werk dieses Auftrags, und nichts nimmt sie zurück.'
export const keep = 'Geheim halten'
export const revealForGood = 'Für immer offenlegen'
