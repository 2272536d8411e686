export const moreFindings = (count: number) =>
  count === 1 ? '1 weiterer Fund' : `${count.toLocaleString('de-DE')} weitere Funde`
export const unlisted = (count: number) =>
  count === 1
    ? 'Und 1, der nicht aufgeführt ist.'
    : `Und ${count.toLocaleString('de-DE')}, die nicht aufgeführt sind.`
