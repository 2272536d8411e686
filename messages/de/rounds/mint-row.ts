export const token = (id: number) => `Token ${id}`
export const proven = 'bewiesen'
export const caption = 'Die gewählten Werke, die geprägt werden'
export const place = 'Platz'
export const work = 'Werk'
export const to = 'An'
export const record = 'Akte'
export const inTree = 'Im Baum der gewählten Werke'
