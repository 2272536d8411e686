const NUMBERS = ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn']

/** `own` is whose leaf it is, as it stands inside a sentence. */
export const yourBallot = 'dein Stimmzettel'
export const others = 'andere Stimmzettel'
export const alone = (own: string) => `${own}, allein im Protokoll: sein Hash ist die Wurzel`
export const wayToRoot = 'sein Weg zur Wurzel'
export const proof = (hashes: number) =>
  hashes === 1
    ? 'der eine Hash, der ihn beweist'
    : `die ${NUMBERS[hashes] ?? hashes} Hashes, die ihn beweisen`
export const oneLeaf = (own: string) => `Das Protokoll hat ein Blatt, ${own}.`
type Tree = { leaves: number; leaf: number; own: string; hashes: number }
export const tree = ({ leaves, leaf, own, hashes }: Tree) =>
  `Das Protokoll als Baum mit ${leaves} Blättern. Blatt ${leaf} ist ${own}; ${hashes === 1 ? '1 Hash führt' : `${hashes} Hashes führen`} von ihm zur Wurzel.`
