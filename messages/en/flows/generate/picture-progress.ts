export const askedFor = (times: number) => `It was asked for ${times} times. Try it again.`
export const tryAgain = 'Try it again.'
export const because = (gate: string, finding: string) => `${gate}: ${finding}`
export const withDetail = (title: string, detail: string) => `${title} “${detail}”`
