export const takeOff = (title: string) => `Take off ${title}`
