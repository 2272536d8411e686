export const faultyLines = (count: number) => `${count} lines are no rows`
