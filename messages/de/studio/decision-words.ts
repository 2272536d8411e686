const NUMBERS = 'keinem einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)
const failed = (count: number) => (count === 1 ? 'einem Fehler' : `${inWords(count)} Fehlern in Folge`)

export const cheapest = 'am günstigsten'
export const fastest = 'am schnellsten'
export const mostPromising = 'am aussichtsreichsten'
export const ahead = (goods: readonly string[], able: number) =>
  `${goods.join(' und ')} von ${inWords(able)}, die es konnten`
export const inBalance = (able: number) => `im Ganzen am besten von ${inWords(able)}, die es konnten`
export const onlyOne = 'niemand sonst konnte es'
export const byCreator = 'so gewählt im Auftrag'
export const byModel = 'das Modell des Werks, das es abwandelt'
export const trial = 'ein Bild als Probe, ob es wieder geht'
export const never = {
  size: (name: string) => `${name} macht diese Größe nicht`,
  loras: (name: string) => `${name} rechnet nicht mit LoRAs`,
  privacy: (name: string) => `${name} darf die Worte nicht sehen`,
  licence: (name: string) => `was ${name} macht, ist nicht frei nutzbar`,
  budget: (name: string) => `${name} lag über dem Budget`,
}
export const leftAlone = (name: string, until: string, failures: number | null) =>
  failures === null
    ? `${name} pausierte bis ${until}`
    : `${name} pausierte bis ${until} nach ${failed(failures)}`
export const beingTried = (name: string) => `${name} wurde gerade mit einem anderen Bild probiert`
export const hadToWait = (name: string, wait: string) => `${name} nahm noch ${wait} keines an`
