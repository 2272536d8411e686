import { mix } from '#lib/generation/artist/scalar.ts'
import { type Habit, type Node, nodeAt, Plant, UPWARD } from './plant.ts'

const SIDES = [-1, 1] as const

function growPinna(plant: Plant, foot: Node, side: number, length: number, t: number): void {
  const heading = foot.heading + side * mix(1.32, 0.75, t)
  const rib = plant.grow({ ...foot, heading }, length, -side * 0.3, 18)
  plant.stem(rib, 1.8, 0.6, 225)
  const pairs = Math.max(3, Math.floor(length / 9.5))
  for (let pair = 1; pair < pairs; pair++) {
    const along = pair / pairs
    const node = nodeAt(rib, along)
    for (const half of SIDES) {
      const leaflet = { ...node, heading: node.heading + half * 1.1 }
      const size = (8.5 + length * 0.05) * (1 - along * 0.75) + 2
      plant.leaf(leaflet, size, 2.3 + length * 0.007, 215, { bend: half * -0.3 })
    }
  }
}

function growFrond(plant: Plant, habit: Habit, start: Node, length: number): void {
  const { random } = habit
  const spine = plant.grow(start, length, habit.sway * 2 + random.between(-0.35, 0.35), 64)
  plant.stem(spine, 5.5, 1, 235)
  plant.close(0.95)
  const pairs = random.integer(18, 24) + habit.density * 5
  for (let pair = 0; pair < pairs; pair++) {
    const t = 0.14 + (0.85 * pair) / pairs
    const envelope = Math.min(1, (t - 0.08) * 4) * (1 - t) * 1.15 + 0.04
    for (const side of SIDES) growPinna(plant, nodeAt(spine, t), side, length * 0.34 * envelope + 8, t)
  }
  plant.close(0.84)
}

/** Fronds twice divided, the first the tallest. */
export function growFern(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(1, 3)
  for (let frond = 0; frond < count; frond++) {
    plant.part = frond
    const fan = count > 1 ? (frond - (count - 1) / 2) * Math.min(0.5, 2.2 / count) : 0
    const start = {
      x: frond * random.between(-40, 40),
      y: 0,
      heading: UPWARD + fan + random.between(-0.15, 0.15),
    }
    growFrond(plant, habit, start, frond ? random.between(430, 620) : 720)
  }
  return plant
}
