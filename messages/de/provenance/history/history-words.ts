import { ordinal } from '#messages/voting/ordinals.ts'

/** The sentence over everything else. */
export const statements = {
  file: 'Dieses Bild hängt hier.',
  copy: 'Das ist eine kleinere Kopie eines Werks, das hier hängt.',
  pixels: 'Das ist eine andere Datei eines Werks, das hier hängt.',
  alike: 'Das sieht aus wie eine Kopie eines Werks, das hier hängt.',
  resembles: 'Das ähnelt Werken, die hier hängen.',
  none: 'Hier keine Geschichte.',
  unreached: 'Dieser Server hat nicht geantwortet.',
  busy: 'Dieser Server wurde zu oft gefragt.',
}

export const meanings = {
  file: 'Es ist genau die Datei, die gehängt wurde, Byte für Byte: Was über das Werk gesagt ist, gilt für sie.',
  copy: 'Sie wurde hier aus der Datei des Werks für Bildschirme gemacht und trägt keine Nachweise.',
  pixels:
    'Jedes Pixel ist gleich. Die Datei darum herum wurde neu geschrieben und sagt nicht, wie sie entstanden ist.',
  alike:
    'So sehen Dateien aus, die neu gespeichert, verkleinert oder grau gemacht wurden. Ähnlich auszusehen beweist nichts: Leg sie nebeneinander.',
  resembles:
    'So sieht eine beschnittene Kopie aus, aber auch ein anderes Werk derselben Serie. Ähnlich auszusehen beweist nichts: Leg sie nebeneinander.',
  none: 'Weder diese Datei noch ihre Pixel noch etwas, das ihr ähnlich sieht, hängt an einer Wand dieser Website. Sie kann anderswo hängen oder bis zur Unkenntlichkeit verändert sein.',
  unreached:
    'Was die Datei über sich selbst sagt, steht darunter. Versuch es noch einmal, wenn die Verbindung wieder da ist.',
  busy: 'Was die Datei über sich selbst sagt, steht darunter. Warte eine Minute und versuch es noch einmal.',
}

/** Under each work that was found. */
export const matches = {
  file: 'Dieselbe Datei',
  copy: 'Die kleinere Kopie davon',
  pixels: 'Dieselben Pixel',
  alike: 'Sieht ähnlich aus',
}
const bits = (distance: number) => `${distance} von 256 Bit sind anders`
export const asCopy = (distance: number) => `Sieht aus wie eine Kopie: ${bits(distance)}`
export const resembles = (distance: number) => `Ähnelt ihm: ${bits(distance)}`

export const chosen = (place: number) => `Gewählt, ${ordinal(place)} Platz`
export const minted = (place: number) => `Geprägt, ${ordinal(place)} Platz`

export const failed = {
  'not-a-picture': {
    title: 'Das ist kein Bild, das hier bekannt ist.',
    text: 'PNG, JPEG und WebP sind es. Worauf der Name auch endet: Die Datei beginnt wie keines davon.',
  },
  'picture-unreadable': {
    title: 'Die Datei ließ sich nicht lesen.',
    text: 'Sie wurde verschoben, oder dieser Browser darf sie nicht öffnen. Wähl sie noch einmal.',
  },
  'picture-too-large': {
    title: 'Das Bild ist zu groß für einen Browser.',
    text: 'Bis 32 MB werden hier angesehen. Die Kommandozeile liest mehr: npm run verso -- inspect bild.png.',
  },
}
export const unended = {
  title: 'Dieser Browser hat aufgehört hinzusehen.',
  text: 'Vielleicht war sein Speicher zu Ende. Versuch es mit weniger offenen Seiten noch einmal, oder nimm die Kommandozeile: npm run verso -- inspect bild.png.',
}
