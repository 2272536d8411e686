export const title = 'Wer die Bilder macht'
export const whatItIs =
  'Jedes Bild geht an den Anbieter, der am besten passt, wenn es an der Reihe ist. Was am besten heißt, steht hier, für jeden Auftrag, der es der Runde überlässt.'
export const prefer = 'Was zählt'
export const preferences = {
  cheapest: { label: 'Der Preis', hint: 'Eines Werks, das die Prüfungen besteht, nicht irgendeines Bildes.' },
  fastest: { label: 'Die Zeit', hint: 'Mit dem Warten: Wo Platz ist, geht es schneller.' },
  best: {
    label: 'Die Werke',
    hint: 'Wessen Bilder die Prüfungen bestehen und den Wählenden gefallen; andere werden ab und zu versucht.',
  },
  own: { label: 'Eigene Gewichte', hint: 'Von jedem etwas.' },
}
export const goods = { cost: 'Preis', speed: 'Zeit', quality: 'Werke' }
export const weightsHint = 'Von 0 bis 100, im Verhältnis zueinander.'
export const privacy = 'Wie weit die Worte eines Auftrags gehen dürfen'
export const distances = {
  'this-server': { label: 'Nirgendwohin', hint: 'Nur, was auf diesem Server läuft.' },
  provider: { label: 'Zu einem Anbieter', hint: 'Und zu niemandem sonst.' },
  strangers: { label: 'Auch zu Freiwilligen', hint: 'Wo sie weiter unten zugelassen sind.' },
}
export const outputs = 'Welche Modelle'
export const uses = {
  any: { label: 'Alle', hint: 'Was mit einem Werk erlaubt ist, steht in seiner Akte.' },
  'any-use': {
    label: 'Frei nutzbar',
    hint: 'Nur Modelle, deren Bilder für alles genutzt werden dürfen, auch zum Verkauf.',
  },
}
export const budget = 'Budget dieser Runde'
export const inDollars = 'US-Dollar'
export const set = 'Festlegen'
export const isSet =
  'Es ist festgelegt. Bilder, die jetzt an die Reihe kommen, richten sich danach; was läuft, läuft weiter.'
export const nothingChanged = 'Es wurde nichts geändert. Was du eingegeben hast, steht noch da.'
export const whySignIn = 'Nur die Leitung legt das fest.'
export const emptyMeans = 'Leer: ohne Grenze.'
export const oneAsked = 'Jemand muss gefragt werden: Kreuze mindestens einen an.'
