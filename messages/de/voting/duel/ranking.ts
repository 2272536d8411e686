export const moreWorks = (count: number) => (count === 1 ? 'Ein weiteres Werk' : `${count} weitere Werke`)
