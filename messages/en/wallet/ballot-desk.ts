export const noteTooLong = (most: number) => `A note holds ${most} bytes: shorten it.`
export const note = 'Note'
export const noteAside = 'optional, public after the close'
export const noteCount = (bytes: number, most: number) => `${bytes} of ${most} bytes`
export const nothingChosen = 'nothing chosen yet'
export const notFilledIn = 'not filled in yet'
export const theSafe = 'the Safe'
export const you = 'you'
