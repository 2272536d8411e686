import { figure } from '#messages/voting/figure.ts'

/** What is wrong with the log as a whole; without a full stop, as it is put into a sentence. */
export const shrank = (before: number, now: number) =>
  `Der Server zeigte vorher Kopf ${figure(before)} und zeigt jetzt ${figure(now)} als den neuesten`
export const twoHeads = (size: number) =>
  `Zwei Köpfe mit ${figure(size)} Blättern wurden gezeigt, mit verschiedenen Wurzeln`
export const twoAnchors = (size: number) =>
  `Von zwei Köpfen mit ${figure(size)} Blättern hieß es, sie stünden auf der Chain`
export const tooFewLeaves = (size: number, published: number) =>
  `Ein Kopf mit ${figure(size)} Blättern ist unterschrieben, aber nur ${figure(published)} Blatt-Hashes sind veröffentlicht`

/** What is wrong with one head. */
export const unpublished = 'seine Blatt-Hashes sind nicht veröffentlicht'
export const otherRoot = 'die Blatt-Hashes ergeben eine andere Wurzel'
export const notSigned = 'er ist nicht vom Betreiber unterschrieben'
export const notContinued = (size: number) => `er setzt Kopf ${figure(size)} nicht fort`
