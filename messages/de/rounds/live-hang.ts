export const showNew = (works: number) =>
  `${works.toLocaleString('de-DE')} ${works === 1 ? 'neues Werk' : 'neue Werke'}: zeigen`
