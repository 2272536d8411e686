export const moreFindings = (count: number) => `${count.toLocaleString('en')} more findings`
export const unlisted = (count: number) => `And ${count.toLocaleString('en')} that are not listed.`
