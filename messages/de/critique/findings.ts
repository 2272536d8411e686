type Verdict = {
  gate: string
  version: string
  passed: boolean
  score: number
  threshold: number
  finding: string
}

const number = (value: number) => value.toLocaleString('de-DE')
const share = (parts: number) => `${(parts / 100).toFixed(2).replace('.', ',')} %`

/** Some of it is kept in the sentence alone, as in "Opens as PNG, 640 × 480 pixels." */
const sidesIn = (finding: string) => /(\d+ × \d+) pixels/.exec(finding)?.[1]
const formatIn = (finding: string) => /^Opens as (\S+),/.exec(finding)?.[1]
/** As in "… already: #3, “Title”." */
const twinIn = (finding: string) => /: (\S+), “(.*)”\.$/.exec(finding)?.slice(1)

const SAID: Record<string, (verdict: Verdict) => string> = {
  'decodes 1': ({ passed, finding }) => {
    if (!passed) return 'Die Datei ist kein ganzes Bild im Format PNG, JPEG oder WebP.'
    const [format, sides] = [formatIn(finding), sidesIn(finding)]
    return format && sides ? `Öffnet sich als ${format}, ${sides} Pixel.` : 'Öffnet sich als Bild.'
  },
  'size 1': ({ threshold, finding }) => {
    const sides = sidesIn(finding)
    const measured = sides ? `${sides} Pixel; ` : ''
    return finding.includes('the longer side')
      ? `${measured}die längere Seite ist zu lang.`
      : `${measured}die kürzere Seite braucht ${number(threshold)}.`
  },
  'blank 1': ({ score, threshold }) =>
    `${share(score)} des Blatts heben sich ab; nötig sind ${share(threshold)}.`,
  'exact-duplicate 1': ({ score, finding }) => {
    if (score === 0) return 'Kein Werk dieser Runde zeigt dieselben Pixel.'
    const [name, title] = twinIn(finding) ?? []
    const twin = name && title !== undefined ? `: ${name}, „${title}“` : ''
    return `Dieselben Pixel hängen schon in dieser Runde${twin}.`
  },
}

/** What a gate found; its verdict keeps the sentence in English, which stands where a gate is not known here. */
export const found = (verdict: Verdict): string =>
  SAID[`${verdict.gate} ${verdict.version}`]?.(verdict) ?? verdict.finding
