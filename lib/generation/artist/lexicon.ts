import type { FamilyId, Hour, Options, Tag } from './options.ts'
import type { InkName, PaperName } from './pigments.ts'

type Words<T> = ReadonlyMap<string, T>

/** `{ value: 'word word' }` turned to word → value. */
function lookup<T extends string>(table: Readonly<Partial<Record<T, string>>>): Words<T> {
  const words = new Map<string, T>()
  for (const value in table) for (const word of table[value]?.split(' ') ?? []) words.set(word, value)
  return words
}

/** Words that vote for a family. The last line of overprint's words are vessels, which it stands in for. */
export const FAMILY_WORDS = lookup<FamilyId>({
  waterlines:
    'island isle coast shore tide strait lake bay chart map archipelago inlet harbour harbor river lagoon pond reef',
  herbarium:
    'fern algae seaweed kelp grass reed leaf ginkgo flower parsley dill botanical cyanotype garden meadow plant frond herbarium herb wheat weed foliage bouquet dandelion',
  strata:
    'strata stratum earth geology fault rock sediment cliff canyon ground section core seam layer cave mine quarry stone',
  woodcut:
    'woodcut hill sea ocean horizon field furrow mountain landscape valley pine ridge peak forest sunset sunrise beach desert countryside volcano',
  overprint:
    'circle square letterpress overprint overprinted grid shape geometry geometric disc quarter triangle type stencil ring stair ladder comb abstract rectangle cube sphere pattern semicircle arch ' +
    'vessel bottle vase bowl jug cup jar flask pot pitcher table',
  almanac:
    'star constellation orbit planet moon comet sky eclipse astronomy calendar almanac phase galaxy space saturn universe cosmos',
  weave:
    'weave woven weaving loom thread textile cloth wool linen tapestry plaid tartan twill herringbone houndstooth tweed rug carpet kilim blanket quilt shawl scarf fabric stripe',
  wall: 'window facade house street city town village alley roof gable terrace apartment tenement wall brick shutter building skyscraper',
})

export const INK_WORDS = lookup<InkName>({
  prussian: 'blue prussian',
  indigo: 'navy indigo',
  ultramarine: 'ultramarine cobalt',
  smalt: 'smalt',
  cerulean: 'cerulean azure',
  vermilion: 'red vermilion scarlet',
  sienna: 'rust sienna copper',
  minium: 'orange',
  weld: 'yellow lemon',
  orpiment: 'gold golden',
  ochre: 'ochre amber',
  malachite: 'green malachite emerald',
  terreverte: 'sage',
  sap: 'olive',
  verdigris: 'verdigris teal turquoise cyan',
  rose: 'pink rose',
  madder: 'madder crimson magenta',
  lac: 'wine burgundy maroon',
  plum: 'purple violet plum lilac lavender',
  umber: 'brown umber vandyke',
  sepia: 'sepia',
  lamp: 'black',
  slate: 'grey gray slate silver',
})

export const INK_TAG: Readonly<Record<InkName, Tag>> = {
  prussian: 'blue',
  indigo: 'blue',
  smalt: 'blue',
  ultramarine: 'blue',
  cerulean: 'blue',
  verdigris: 'green',
  terreverte: 'green',
  malachite: 'green',
  sap: 'green',
  weld: 'yellow',
  ochre: 'yellow',
  orpiment: 'yellow',
  sienna: 'warm',
  umber: 'brown',
  sanguine: 'red',
  vermilion: 'red',
  minium: 'warm',
  madder: 'red',
  rose: 'pink',
  lac: 'red',
  caput: 'red',
  sepia: 'brown',
  irongall: 'black',
  lamp: 'black',
  payne: 'grey',
  slate: 'grey',
  plum: 'violet',
}

export const HOUR_WORDS = lookup<Hour>({
  night: 'night midnight nocturne',
  dusk: 'dusk evening sunset twilight',
  dawn: 'dawn morning sunrise',
  noon: 'noon midday siesta',
  rain: 'rain rainy storm stormy',
  snow: 'snow snowy snowfall',
})

export const MOOD_WORDS = lookup<Tag>({
  quiet: 'quiet calm silent gentle',
  warm: 'warm hot',
  cold: 'cold icy frozen',
  winter: 'winter',
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn fall',
  white: 'white',
  dark: 'dark',
})

export const PAPER_WORDS = lookup<PaperName>({
  rag: 'rag',
  kozo: 'kozo washi',
  laid: 'laid',
  oatmeal: 'oatmeal',
  ingres: 'ingres',
  sugar: 'sugar',
  newsprint: 'newsprint',
  blush: 'blush',
  celadon: 'celadon',
  kraft: 'kraft',
})

export const DENSITY_WORDS = lookup<'less' | 'more'>({
  less: 'sparse few thin spare empty open coarse minimal',
  more: 'dense crowded many thick fine close packed busy',
})

export const MOTION_WORDS = lookup<'less' | 'more'>({
  less: 'still calm level flat straight upright',
  more: 'wild restless windblown storm folded leaning steep turbulent windy swirling rough jagged',
})

export const INK_NOUNS = new Set(['ink', 'colour', 'color', 'tone'])
export const LOW_WORDS = new Set(['low', 'under', 'setting', 'rising', 'sinking', 'sunset', 'sunrise'])
export const TREE_WORDS = new Set(['pine', 'tree', 'fir', 'forest'])
export const SUN_WORDS = new Set(['sun', 'moon'])

/** Per family: words for its mode, kind or scene. */
export const FORM_WORDS: Readonly<Record<FamilyId, Words<string>>> = {
  overprint: lookup({
    grid: 'grid quarter triangle semicircle pattern weave woven textile cloth plaid rug blanket quilt window facade house apartment wall brick shutter building skyscraper arch',
    found: 'overprint overprinted shape bottle vase bowl jug cup jar flask abstract',
  }),
  herbarium: lookup({
    fern: 'fern frond',
    algae: 'algae seaweed kelp',
    grass: 'grass reed meadow wheat weed',
    umbel: 'parsley dill umbel flower dandelion bouquet',
    leaf: 'leaf foliage',
    ginkgo: 'ginkgo',
  }),
  woodcut: lookup({
    hills: 'hill valley ridge desert countryside',
    sea: 'sea ocean horizon beach',
    field: 'field furrow',
    peak: 'mountain peak volcano',
  }),
  waterlines: lookup({
    isle: 'isle',
    isles: 'island archipelago reef',
    coast: 'coast shore bay harbour harbor',
    strait: 'strait river',
    lake: 'lake lagoon pond',
  }),
  strata: lookup({ cores: 'core drill', section: 'section fault canyon cliff' }),
  almanac: lookup({
    moons: 'moon phase calendar',
    orbits: 'orbit planet comet saturn',
    stars: 'star constellation galaxy',
  }),
  weave: lookup({
    plaid: 'plaid tartan check',
    stripes: 'stripe striped band blanket rug carpet',
    steps: 'step stepped stair pyramid kilim',
    blocks: 'block patchwork quilt',
    moon: 'moon sun disc circle',
    twill: 'twill herringbone houndstooth tweed birdseye',
  }),
  wall: lookup({
    front: 'window facade wall brick shutter apartment building skyscraper',
    street: 'street house city town village alley gable terrace roof',
  }),
}

/** Per family: words for a shape within the form. */
export const SHAPE_WORDS: Readonly<Partial<Record<FamilyId, Words<string>>>> = {
  overprint: lookup({
    disc: 'circle disc sphere',
    ring: 'ring',
    frame: 'square rectangle cube',
    stair: 'stair',
    comb: 'comb',
    ladder: 'ladder',
    quarter: 'quarter',
    half: 'half semicircle',
    leaf: 'leaf',
    triangle: 'triangle',
    bar: 'bar stripe weave woven textile cloth plaid',
    arch: 'arch',
    pane: 'window facade house apartment building skyscraper',
  }),
  weave: lookup({ herringbone: 'herringbone', houndstooth: 'houndstooth tweed', birdseye: 'birdseye' }),
  wall: lookup({ brick: 'brick', shutter: 'shutter' }),
}

/** Per family: what its count counts, and what its exceptions are. */
export const COUNT_NOUNS: Readonly<Record<FamilyId, ReadonlySet<string>>> = {
  overprint: new Set(
    'shape circle quarter triangle square piece disc ring window bottle vase bowl block tile sort'.split(' '),
  ),
  herbarium: new Set('fern frond leaf stem parsley dill reed grass algae seaweed flower blade'.split(' ')),
  woodcut: new Set('hill ridge mountain peak island'.split(' ')),
  waterlines: new Set('island isle'.split(' ')),
  strata: new Set('core layer stratum bed strata'.split(' ')),
  almanac: new Set('moon planet constellation orbit phase'.split(' ')),
  weave: new Set('stripe band step block column bar repeat moon disc circle'.split(' ')),
  wall: new Set('window house building'.split(' ')),
}

export const EXCEPTION_NOUNS: Readonly<Partial<Record<FamilyId, ReadonlySet<string>>>> = {
  overprint: new Set(['wrong', 'turned', 'lit', 'lamp']),
  strata: new Set(['fault']),
  wall: new Set(['lit', 'lamp']),
}

export const NO_OPTIONS: Options = { inks: [], tags: [], density: 0, motion: 0 }
