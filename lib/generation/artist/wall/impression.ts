import { type Lch, linearOf } from '#lib/generation/artist/colour.ts'
import { type Impression, print } from '#lib/generation/artist/ink.ts'
import type { Hour } from '#lib/generation/artist/options.ts'
import { blurred, clip, erase } from '#lib/generation/artist/plate.ts'
import type { Plate } from '#lib/generation/artist/press.ts'
import { toByte } from '#lib/generation/artist/scalar.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { frameWindow, joinedParts, PARTS, type Part, type Plates, WALLS } from './plates.ts'
import type { FlatTones, ModelledTones, Tones } from './tones.ts'

/** Light from lit windows on the wall about them. */
function printGlow(sheet: Sheet, lit: Plate, window: Plate, light: Lch): void {
  const { press } = sheet
  const soft = blurred(press, lit, 20, 2)
  const plate = press.plate()
  for (let at = 0; at < press.size; at++) plate[at] = toByte((soft[at] ?? 0) / 255)
  clip(plate, window)
  print(sheet, plate, linearOf(light), { opaque: true, strength: 0.26, grain: 0.1, mottle: 0 })
  press.free(plate, soft)
}

function castShade(sheet: Sheet, plates: Plates, strength: number): void {
  const { shade, light } = plates.part
  clip(shade, joinedParts(plates, [...WALLS, 'ground']))
  erase(shade, light)
  print(sheet, shade, linearOf([0.5, 0.055, 285]), { strength, grain: 0.12, mottle: 0.05, salt: 40 })
}

/** Body colour from the back to the front, with glow and shadow. */
function printModelled(sheet: Sheet, plates: Plates, tones: ModelledTones, hour: Hour): void {
  const { part } = plates
  const window = frameWindow(plates)
  const lay = (name: Part, colour: Lch, how: Impression = {}) => {
    clip(part[name], window)
    const usual = { opaque: true, grain: 0.16, mottle: 0.07, salt: PARTS.indexOf(name) }
    print(sheet, part[name], linearOf(colour), { ...usual, ...how })
  }
  lay('sky', tones.sky, { mottle: 0, grain: 0.06 })
  lay('disc', [0.93, 0.035, 92])
  lay('wall', tones.walls[0], { shiftX: 1 })
  lay('second', tones.walls[1])
  lay('third', tones.walls[2], { shiftX: -1 })
  lay('lines', tones.lines, { grain: 0.3, strength: 0.9 })
  lay('ground', tones.ground)
  if (hour !== 'noon' && hour !== 'dawn') printGlow(sheet, part.light, window, tones.light)
  lay('glass', tones.glass, { mottle: 0.14 })
  lay('pale', tones.pale, { strength: 0.7 })
  lay('glint', tones.sky, { strength: 0.75 })
  lay('light', tones.light, { grain: 0.1 })
  lay('tint', tones.tint, { strength: 0.85 })
  lay('object', [0.26, 0.04, 45])
  lay('recess', [0.12, 0.02, 260], { strength: 0.55 })
  lay('shutter', tones.shutter, { shiftY: 1 })
  lay('door', tones.door)
  lay('trim', tones.trim)
  castShade(sheet, plates, hour === 'dusk' ? 0.5 : 0.78)
  lay('snow', [0.95, 0.008, 250], { grain: 0.08, mottle: 0 })
}

const KEY: readonly Part[] = ['lines', 'ground', 'glass']
const BRIGHT: readonly Part[] = ['light', 'shutter', 'door']

/** One plate to each transparent ink; what is bright is printed beside the wall, or left as the paper. */
function printFlat(sheet: Sheet, plates: Plates, { inks: [key, wall, light] }: FlatTones): void {
  const { part } = plates
  const window = frameWindow(plates)
  for (const name of [...WALLS, 'lines'] as const)
    for (const bright of BRIGHT) erase(part[name], part[bright])
  // Without an ink for it a wall is paper, and only lines can show it.
  const drawn: readonly Part[] = light
    ? KEY
    : wall
      ? [...KEY, 'shutter', 'door']
      : [...KEY, 'shutter', 'door', 'trim']
  const pull = (names: readonly Part[], ink: Lch, salt: number) => {
    const plate = joinedParts(plates, names)
    clip(plate, window)
    print(sheet, plate, linearOf(ink), { grain: 0.16, mottle: 0.07, salt })
  }
  if (wall) pull(WALLS, wall, 1)
  if (light) pull(['disc', ...BRIGHT], light, 2)
  pull(drawn, key, 3)
}

/** Prints the parts of a façade on the sheet. */
export function printPlates(sheet: Sheet, plates: Plates, tones: Tones, hour: Hour): void {
  if (tones.kind === 'flat') printFlat(sheet, plates, tones)
  else printModelled(sheet, plates, tones, hour)
}
