import { figure } from '#messages/voting/figure.ts'

export const headFault = (size: number, fault: string) => `Kopf ${figure(size)}: ${fault}.`
export const otherAnchor = (size: number) =>
  `Der Kopf mit ${figure(size)} Blättern auf der Chain gehört nicht zu diesem Protokoll.`
export const otherOnChain = (size: number) =>
  `Die Chain hat einen Kopf mit ${figure(size)} Blättern, den diese Blatt-Hashes nicht ergeben.`
export const notAsHeadsSay = 'Das Protokoll ist nicht, was seine Köpfe sagen.'
export const holds = (ballots: number) =>
  ballots === 1
    ? 'Ein Stimmzettel steht im Protokoll.'
    : `${figure(ballots)} Stimmzettel stehen im Protokoll.`

const heads = (count: number) =>
  count === 1 ? '1 unterschriebener Kopf folgt' : `${figure(count)} unterschriebene Köpfe folgen`
const onChain = (anchors: number) =>
  anchors > 0 ? `; ${anchors === 1 ? 'einer steht' : `${anchors} stehen`} auf der Chain` : ''
type Computed = { leaves: number; signed: number; anchors: number }
export const computed = ({ leaves, signed, anchors }: Computed) =>
  `In diesem Browser berechnet: ${heads(signed)} aus ${leaves === 1 ? 'seinem Hash' : 'den Hashes'}, jeder aus dem davor${onChain(anchors)}.`

/** The picture of the tree in words: whole sentences, in this order. */
export const tree = (leaves: number) =>
  `Das Protokoll als Baum mit ${figure(leaves)} ${leaves === 1 ? 'Blatt' : 'Blättern'}.`
export const newestHead = (size: number) => `Sein neuester unterschriebener Kopf hat ${figure(size)}.`
export const lastOnChain = (size: number) => `Der letzte Kopf auf der Chain hat ${figure(size)}.`
export const own = (leaf: number) => `Blatt ${figure(leaf)} ist dein Stimmzettel.`
