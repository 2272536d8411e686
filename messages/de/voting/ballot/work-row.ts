export const takeOff = (title: string) => `${title} herunternehmen`
