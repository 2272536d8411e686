import { choosePaper } from '#lib/generation/artist/choose-inks.ts'
import { linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { print } from '#lib/generation/artist/ink.ts'
import { noisePlane } from '#lib/generation/artist/noise.ts'
import type { Hour } from '#lib/generation/artist/options.ts'
import { counted, listed } from '#lib/generation/artist/phrase.ts'
import { PAPER_LABEL, PAPERS, type PaperName } from '#lib/generation/artist/pigments.ts'
import type { Plane, Plate, Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { clamp, mix, smooth } from '#lib/generation/artist/scalar.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { cutTrees, layWeather } from './additions.ts'
import { cutKey, prepareBlock } from './cut.ts'
import { type Blocks, chooseBlocks, type Tint } from './palettes.ts'
import { FIELD, mapRegions, RIDGE, SKY, SUN, skylinesOf, WATER } from './regions.ts'
import { composeScene, type Scene } from './scene.ts'

type Carving = {
  scene: Scene
  blocks: Blocks
  paper: PaperName
  trees: number
  hour: Hour | undefined
  seed: number
}

type Bench = { sheet: Sheet; map: Plate; wood: Plane; broad: Plane }

/** A colour block: where the map says, as strong as `rolled` (by row and pixel), through the wood's grain. */
function printBlock(
  { sheet, map, wood }: Bench,
  belongs: (region: number) => boolean,
  { colour, strength }: Tint,
  rolled: (y: number, at: number) => number = () => 1,
  salt = 0,
): void {
  const { press } = sheet
  const plate = press.plate()
  for (let at = 0; at < press.size; at++) {
    if (!belongs(map[at] ?? 0)) continue
    const y = Math.floor(at / press.width) * press.unit
    plate[at] = Math.floor(clamp(rolled(y, at) * (1 - 0.09 * ((wood[at] ?? 0) + 0.3))) * 255)
  }
  print(sheet, plate, linearOf(colour), { strength, grain: 0.2, salt })
  press.free(plate)
}

function printColours(bench: Bench, { scene, blocks }: Carving): void {
  const { margin, horizon, high } = scene
  const sky = (region: number) => region === SKY
  printBlock(bench, sky, blocks.sky)
  const wiped = margin + (horizon - margin) * 0.72
  printBlock(bench, sky, blocks.top, (y, at) => smooth(wiped, margin, y + 12 * (bench.broad[at] ?? 0)), 1)
  if (blocks.sun) printBlock(bench, (region) => region === SUN, blocks.sun, undefined, 2)
  const count = scene.ridges.length
  for (let order = 0; order < count; order++) {
    const tint = blocks.land[Math.min(2, Math.floor((order / count) * 3))] ?? blocks.land[0]
    printBlock(bench, (region) => region === RIDGE + order, tint, undefined, 3 + order)
  }
  if (scene.kind === 'hills' || scene.kind === 'peak') return
  const ground = (region: number) => region === WATER || region === FIELD
  printBlock(bench, ground, blocks.land[1], (y) => mix(0.45, 1, smooth(horizon, high - margin, y)), 12)
}

function carve(press: Press, carving: Carving): Sheet {
  const { scene, blocks, paper, seed } = carving
  const random = new Random(seed ^ 0x77)
  const sheet = makeSheet(press, PAPERS[paper], seed, { fibres: 350 })
  const lines = skylinesOf(press, scene)
  const map = mapRegions(press, scene, lines)
  const block = prepareBlock(press, scene, map, lines, seed)
  const key = cutKey(block)
  press.free(block.noises.fine, block.noises.ripple)
  if (carving.trees > 0) cutTrees(press, key, scene, random, carving.trees)
  const bench = { sheet, map, wood: noisePlane(press, seed ^ 61, 300, 4, 2), broad: block.noises.broad }
  printColours(bench, carving)
  const shift = { shiftX: random.integer(-1, 1), shiftY: random.integer(-1, 1) }
  print(sheet, key, linearOf(blocks.key), { grain: 0.26, mottle: 0.1, ...shift, salt: 30 })
  if (carving.hour === 'rain' || carving.hour === 'snow') {
    const weather = layWeather(press, scene, random, carving.hour)
    print(sheet, weather, linearOf(PAPERS[paper]), { opaque: true, grain: 0.1, strength: 0.95, mottle: 0 })
  }
  return sheet
}

function subjectOf(scene: Scene, trees: number): string {
  const count = scene.ridges.length
  const names = {
    hills: counted(count, 'hill'),
    sea: count ? `sea with ${counted(count, 'island')}` : 'open sea',
    field: 'furrowed field',
    peak: counted(scene.peaks, 'peak'),
  }
  const isEvening = scene.sun.y > scene.horizon - scene.sun.radius * 2.5
  const disc = scene.sun.shown ? (isEvening ? ', low disc' : ', disc in the sky') : ''
  return `${names[scene.kind]}${trees ? `, ${counted(trees, 'fir')}` : ''}${disc}`
}

/** Woodcut: a landscape cut in a key block over colour blocks with a hand-wiped sky. */
export const woodcut: Compose = (seed, options) => {
  const random = new Random(seed)
  const scene = composeScene(random, options)
  const blocks = chooseBlocks(random, options, scene.sun.shown)
  const paper = choosePaper(random, { ...options, tags: [] }, ['kozo', 'rag', 'laid'])
  const canGrow = scene.kind !== 'sea' && scene.ridges.length > 0
  const wild = random.chance(0.3) ? random.integer(3, 9) : 0
  const asked =
    options.trees === undefined ? wild : options.trees === 1 ? random.integer(1, 4) : options.trees
  const trees = canGrow ? clamp(asked, 0, 40) : 0
  const subject = subjectOf(scene, trees)
  const weather = options.hour === 'rain' || options.hour === 'snow' ? ` in ${options.hour}` : ''
  return {
    wide: scene.wide,
    high: scene.high,
    subject: `${subject}${weather}`,
    alt: `A woodcut landscape: ${subject}${weather}, in ${listed(blocks.labels)} on ${PAPER_LABEL[paper]}.`,
    print: (press) => carve(press, { scene, blocks, paper, trees, hour: options.hour, seed }),
  }
}
