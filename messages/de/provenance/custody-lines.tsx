import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

const traitsOf = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Merkmal' : 'Merkmale'}`
const parentsOf = (count: number) =>
  `${count.toLocaleString('de-DE')} ${count === 1 ? 'Vorlage' : 'Vorlagen'}`

export const asked = (creator: string, prompt: string) => `${creator} bat um „${prompt}“.`
export const brought = (creator: string, prompt: string) =>
  `${creator} hat ein fertiges Werk gebracht: „${prompt}“.`
export const keptPrivate = (creator: string, seal: string) =>
  `${creator} hält die Worte geheim, versiegelt als sha256:${seal}.`
export const wasSealed = (seal: string) => `Als Siegel sha256:${seal} unterschrieben und später offengelegt.`
export const signedOn = (day: string) => `unterschrieben ${day}`

export const variation = (
  parent: { title: ReactNode; creator: string } | undefined,
  moved: string | undefined,
) => (
  <>
    Eine Variation von {parent ? parent.title : 'einem Werk, das hier nicht hängt'}
    {parent && `, von ${parent.creator}`}
    {moved && `; verschoben: ${moved}`}.
  </>
)
export const namedInBrief = 'genannt im unterschriebenen Auftrag'

export const recipe = (
  model: string,
  seed: string,
  { traits, parents }: { traits: number; parents: number },
) =>
  `${model}, Startwert ${seed}${traits > 0 ? `, ${traitsOf(traits)}` : ''}. ${parents === 0 ? 'Keine Vorlage' : parentsOf(parents)}.`

type Declared = { model: string | null; seed: string | null; means: string | null }
export const declaredRecipe = (
  { model, seed, means }: Declared,
  { traits, parents }: { traits: number; parents: number },
) => {
  const said = [model ?? 'kein Modell genannt', seed && `Startwert ${seed}`, means && `gemacht mit ${means}`]
  const counted = traits > 0 ? [traitsOf(traits)] : []
  return `Vom Urheber angegeben, nicht beobachtet: ${[...said.filter(Boolean), ...counted].join(', ')}. ${parents === 0 ? 'Keine Vorlage' : parentsOf(parents)}.`
}

export const declared = 'Anderswo entstanden: vom Urheber angegeben, nicht beobachtet.'
export const fromRecipe = 'Der Arbeitsprozess sagt, dass diese Pixel aus diesem Rezept kamen.'
export const weights = {
  named: 'Das Rezept nennt den Hash seiner Gewichte. Trainingsdaten: unbekannt, niemand hat sie angegeben.',
  byHand: 'Von Hand geschriebene Regeln, keine Trainingsdaten: Wer es neu zeichnet, erhält dieselben Pixel.',
  unpublished:
    'Der Hersteller veröffentlicht keinen Hash der Gewichte. Trainingsdaten: unbekannt, niemand hat sie angegeben.',
  declared:
    'Niemand hier hat gesehen, wie es entstand. Trainingsdaten: unbekannt, niemand hat sie angegeben.',
  volunteer: (worker: string | number) =>
    `Gerechnet auf einer freiwillig geliehenen GPU, „${worker}“. Ihre Gewichte wurden nicht beobachtet. Trainingsdaten: unbekannt, niemand hat sie angegeben.`,
}
export const wordOfServer = 'Wort dieses Servers'
export const wordOfCreator = (creator: string) => `Wort von ${creator}`
export const wordOf = (provider: string) => `Wort von ${provider}`

export const bytesVotedOn = 'Die hier gezeigten Bytes sind die, über die abgestimmt wird.'
export const bytesAdmitted = 'Die hier gezeigten Bytes sind die, die zugelassen wurden.'

/** What the record says of credentials, by what the worker that signed wrote down. */
export const credentials = [
  {
    fact: 'in the file',
    text: 'C2PA, in die Datei unterschrieben, bevor sie gehasht wurde: wie das Bild entstand und womit.',
  },
  {
    fact: 'beside the file',
    text: 'C2PA, neben der Datei, die sich nicht ändern darf: wer sie brachte und dass sie hier geöffnet wurde.',
  },
  {
    fact: 'none',
    text: 'Dieser Server konnte sie nicht unterschreiben: Die Datei hängt, wie sie kam, mit allem, was sie mitbrachte.',
  },
]
export const noCredentials = 'Über Nachweise ist nichts verzeichnet.'
export const rootNamed = (onChain: boolean) =>
  onChain ? 'Wurzel auf der Chain genannt' : 'Wurzel in den Regeln genannt'
export const rootOfInstance = 'diese Instanz bürgt'

export const metadata = (traits: number) => `Titel, Beschreibung und ${traitsOf(traits)}, wie zugelassen.`

export const gates = (passed: number, all: number) =>
  `${passed} von ${all} passiert, nach Regeln, die jeder erneut ausführen kann.`
export const whatFound = 'Was jede fand'

export const closedUntil = (moment: string) => `Verschlossen bis ${moment}. Vorher sieht sie niemand.`
export const votingClosed = 'Die Abstimmung ist geschlossen. Sie erscheinen mit der Auszählung.'
export const chose = (supporters: number, voters: number, score: string) =>
  `${supporters.toLocaleString('de-DE')} von ${counts.voters(voters)}, ${score}.`
export const sealed = (ballots: number) =>
  ballots === 1
    ? 'Der eine Stimmzettel ist im versiegelten Protokoll.'
    : `Alle ${counts.ballots(ballots)} sind im versiegelten Protokoll.`
export const sealedEmpty = 'Das Protokoll wurde leer versiegelt.'
export const posted = (count: number) =>
  count === 1
    ? '1 weiterer kam über die Chain.'
    : `${count.toLocaleString('de-DE')} weitere kamen über die Chain.`
export const signedBy = (voters: number) => `unterschrieben von ${counts.voters(voters)}`

export const uncounted = 'Noch nicht ausgezählt.'
type Place = { rank: number; ordinal: string; count: number; places: string }
export const chosen = ({ rank, count }: Place, score: string) =>
  count === 1 ? `Auf dem einzigen Platz, mit ${score}.` : `Platz ${rank} von ${count}, mit ${score}.`
export const notChosen = (at: number, works: number, score: string) =>
  `An Stelle ${at} von ${works === 1 ? '1 Werk' : `${works.toLocaleString('de-DE')} Werken`}, mit ${score}: nicht gewählt.`
export const noResult = 'Vor der Auszählung gibt es keines.'
export const closedByDirector = 'geschlossen von der Leitung'
export const neverClosed = 'nie geschlossen'
export const notClosed = 'noch nicht geschlossen'

export const minted = (block: number) =>
  `Geprägt in Block ${block}. Seine Adresse auf der Chain ist der Hash seiner Akte.`
export const mintedIn = (block: number) => `geprägt in Block ${block}`
export const toMint = 'Gewählt und noch nicht geprägt.'
export const ifChosen = 'Geprägt nur, wenn die Runde es wählt.'

const percent = (bps: number) => `${(bps / 100).toLocaleString('de-DE', { maximumFractionDigits: 2 })} %`
export const licence = (name: string, royaltyBps: number) =>
  `${name}, dieselbe in Auftrag, Rezept, Metadaten und Regeln. Tantieme ${percent(royaltyBps)}.`
