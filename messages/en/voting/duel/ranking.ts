export const moreWorks = (count: number) => (count === 1 ? 'One more work' : `${count} more works`)
