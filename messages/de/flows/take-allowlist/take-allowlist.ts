export const faultyLines = (count: number) => `${count} Zeilen sind keine Einträge`
