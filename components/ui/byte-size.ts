import * as text from '#messages/ui/moment.ts'

/** "12 kB", "3.4 MB": a size in decimal units. */
export const byteSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${text.decimal((bytes / 1_000_000).toFixed(1))} MB`
