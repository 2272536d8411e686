export const pictureOfBrief = (position: number) => `Picture ${position} of this brief`
export const picture = (position: number) => `Picture ${position}`
export const pictureTry = (position: number, attempt: number) => `Picture ${position}, try ${attempt}`
export const moved = (trait: string) => `Moved: ${trait}.`
export const gatesPassed = (count: number) => `${count} ${count === 1 ? 'gate' : 'gates'} passed`
export const noCause = 'No cause was recorded.'
export const madeBy = (who: string) => `Made by ${who}.`
export const at = (line: string, who: string) => `${line}, with ${who}`
