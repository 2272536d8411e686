import * as counts from '#messages/counts.ts'

export const nobodySigns = 'niemand darf Köpfe dieser Runde unterschreiben'

const signedOne = (leaf: number) => `Der Stimmzettel in Blatt ${leaf} ist der unterschriebene`
export const ballotHolds = signedOne
export const ballotFault = (leaf: number, fault: string) => `${signedOne(leaf)}: ${fault}`
export const otherBallot = 'Das Blatt hält einen anderen Stimmzettel'
export const keySigned = 'sein Schlüssel hat unterschrieben, und das Blatt nennt einen Vertrag'
export const otherKind = (leaf: number, kind: string) =>
  `${signedOne(leaf)}: nicht mit ${kind}, wie das Blatt sagt`
type Place = { block: string; chain: number }
const after = ({ block, chain }: Place) => `nach Block ${block} von Chain ${chain}`
export const notAsked = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: ob sein Vertrag ihn ${after(place)} annahm, wurde nicht gefragt`
export const taken = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: sein Vertrag nahm ihn ${after(place)} an`
export const notTaken = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: sein Vertrag nahm ihn ${after(place)} nicht an`

const signedHead = (size: string) => `Der Betreiber hat Kopf ${size} mit diesem Blatt unterschrieben`
export const operatorHolds = signedHead
export const operatorFault = (size: string, fault: string | null | undefined) =>
  `${signedHead(size)}: ${fault}`

export const noNewest = 'Der neueste Kopf ist nicht angekommen'
export const newestFault = (size: number, fault: string) => `Der neueste Kopf, ${size}: ${fault}`
export const older = (size: number) => `Der Server zeigt einen älteren Kopf als diese Quittung: ${size}`
export const newest = (size: number, when: string) =>
  `Der neueste Kopf hält ${counts.ballots(size)}, unterschrieben ${when}`
export const isNewest = (size: number) => `Kopf ${size} ist bisher der neueste`

export const noInclusion = (leaf: number, size: number) =>
  `Es kam kein Beweis, dass Blatt ${leaf} unter Kopf ${size} liegt`
export const included = (leaf: number, size: number) => `Blatt ${leaf} liegt unter Kopf ${size}, wo es war`
export const notIncluded = (leaf: number, size: number) =>
  `Kopf ${size} hat diesen Stimmzettel nicht als Blatt ${leaf}`

export const noGrowth = (size: number) => `Es kam kein Beweis, dass Kopf ${size} deinen enthält`
export const grew = (size: number, own: number) => `Kopf ${size} enthält Kopf ${own} unverändert`
export const notGrown = (size: number, own: number) => `Kopf ${size} enthält Kopf ${own} nicht`

export const silent = 'Die Chain hat nicht geantwortet, ob sie einen Kopf mit diesem Stimmzettel hat'
export const otherLog = (size: number) => `Kopf ${size} auf der Chain ist nicht das Protokoll dieser Quittung`
export const noChainProof = 'Für den Kopf auf der Chain kam kein Beweis'
export const comesNext = (size: number) => `Auf der Chain sind ${size}; deiner kommt mit dem nächsten Kopf`
type OnChain = { size: number; block: number | null; later: string | null }
/** `later` is the newest head, where it is not on chain yet. */
export const onChain = ({ size, block, later }: OnChain) =>
  `Kopf ${size} steht auf der Chain${block === null ? '' : `, Block ${block}`}${later === null ? '' : `; Kopf ${later} noch nicht`}`
export const sealedLater = 'Der versiegelte Kopf: nach dem Schluss bekannt'
export const sealedWithout = (size: number) =>
  `Das Protokoll wurde bei ${size} versiegelt, ohne diesen Stimmzettel`
export const sealedWith = (size: number) => `Das Protokoll ist mit diesem Stimmzettel versiegelt, bei ${size}`
