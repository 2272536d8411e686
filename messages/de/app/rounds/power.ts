export const pageTitle = 'Stimmen einer Adresse'
export const noAddress =
  'Eine Adresse besteht aus 0x und 40 hexadezimalen Ziffern. Namen werden hier nicht nachgeschlagen.'
export const title = 'Stimmen'
export const backToWall = 'Zurück zur Wand'
export const about = (weighedAt: string) =>
  `Gewogen werden die Stimmen zum Stichtag, ${weighedAt}. Gib irgendeine Adresse ein: Nichts wird verbunden, und nichts wird behalten.`
export const address = 'Adresse'
export const anyAccount = 'Irgendein Konto von dir.'
export const show = 'Stimmen zeigen'
