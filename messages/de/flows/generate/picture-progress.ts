export const askedFor = (times: number) => `Es wurde ${times}-mal erbeten. Versuche es noch einmal.`
export const tryAgain = 'Versuche es noch einmal.'
export const because = (gate: string, finding: string) => `${gate}: ${finding}`
export const withDetail = (title: string, detail: string) => `${title} „${detail}“`
