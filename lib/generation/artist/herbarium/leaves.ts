import type { Point } from '#lib/generation/artist/raster.ts'
import { magnitude, mix, smooth } from '#lib/generation/artist/scalar.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import { type Habit, type Node, nodeAt, Plant, UPWARD } from './plant.ts'

type Fan = { foot: Node; radius: number; open: number }

function fanOutline(habit: Habit, { foot, radius, open }: Fan): Point[] {
  const rim: Point[] = []
  for (let step = 0; step <= 60; step++) {
    const t = (step / 60) * 2 - 1
    const angle = foot.heading + t * open
    const off = magnitude(t)
    const edge = 1 - 0.3 * smooth(0.1, 0, off) - 0.12 * off * off + 0.025 * sine(step * 2.3)
    const reach = radius * (edge + 0.02 * habit.random.between(-1, 1))
    rim.push([foot.x + cosine(angle) * reach, foot.y + sine(angle) * reach])
  }
  return [...rim, [foot.x, foot.y]]
}

function growFan(plant: Plant, habit: Habit, fan: Fan): void {
  const { foot, radius, open } = fan
  plant.outline(fanOutline(habit, fan), 205)
  plant.close(0.68)
  for (let vein = 0; vein < 44; vein++) {
    const angle = foot.heading + ((vein / 43) * 2 - 1) * open * 0.97
    const reach = radius * habit.random.between(0.6, 0.88)
    const from: Point = [foot.x + cosine(angle) * 8, foot.y + sine(angle) * 8]
    plant.line(from, [foot.x + cosine(angle) * reach, foot.y + sine(angle) * reach], 1.1, 0.5, 150)
  }
  plant.close(0.5)
}

/** Ginkgo: fans on long stalks along a twig. */
export function growGinkgo(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(3, 7)
  const alone = count === 1
  const start = { x: 0, y: 0, heading: UPWARD + habit.sway * 0.5 }
  const twig = plant.grow(start, 620, habit.sway + random.between(-0.5, 0.5), 60)
  if (!alone) {
    plant.stem(twig, 7, 2.5, 240)
    plant.close(0.96)
  }
  for (let leaf = 0; leaf < count; leaf++) {
    plant.part = leaf
    const foot = alone ? start : nodeAt(twig, 0.25 + (0.75 * (leaf + 0.5)) / count)
    const side = alone || leaf === count - 1 ? 0 : leaf & 1 ? 1 : -1
    const heading = foot.heading + side * random.between(0.8, 1.2)
    const stalk = plant.grow({ ...foot, heading }, alone ? 300 : random.between(70, 120), -side * 0.5, 14)
    plant.stem(stalk, 3.4, 3, 230)
    const radius = alone ? 300 : random.between(105, 165)
    growFan(plant, habit, { foot: nodeAt(stalk, 1), radius, open: random.between(1, 1.25) })
  }
  return plant
}

function growVeinedLeaf(plant: Plant, habit: Habit, foot: Node, length: number, side: number): void {
  const { random } = habit
  const bend = -side * random.between(0.1, 0.5)
  plant.leaf(foot, length, length * random.between(0.2, 0.27), 225, { bend })
  plant.close(0.7)
  const rib = Array.from({ length: 15 }, (_, step): Node => {
    const heading = foot.heading + (bend * step) / 14
    const along = (length * step) / 14
    return { x: foot.x + cosine(heading) * along, y: foot.y + sine(heading) * along, heading }
  })
  plant.stem(rib, 2.4, 0.6, 255)
  for (let vein = 2; vein < 12; vein++) {
    const { x, y, heading } = nodeAt(rib, vein / 14)
    const reach = length * 0.17 * sine(((TURN / 2) * vein) / 14)
    for (const half of [-0.75, 0.75]) {
      plant.line(
        [x, y],
        [x + cosine(heading + half) * reach, y + sine(heading + half) * reach],
        0.9,
        0.6,
        200,
      )
    }
  }
  plant.close(0.66)
}

/** A branch of simple leaves, alternate, smaller towards the tip. */
export function growLeaves(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(9, 15) + habit.density * 5
  const start = { x: 0, y: 0, heading: UPWARD + random.between(-0.15, 0.15) }
  const branch = plant.grow(start, 690, habit.sway * 2, 60)
  plant.stem(branch, 6, 1.6, 240)
  plant.close(0.95)
  const full = Math.min(1.5, Math.sqrt(11 / count))
  for (let leaf = 0; leaf < count; leaf++) {
    plant.part = leaf
    const t = count === 1 ? 0.98 : 0.14 + (0.84 * leaf) / (count - 1)
    const isLast = leaf === count - 1
    const side = isLast ? 0 : leaf & 1 ? 1 : -1
    const foot = nodeAt(branch, t)
    const length = mix(240, 120, t) * random.between(0.85, 1.1) * full
    growVeinedLeaf(plant, habit, { ...foot, heading: foot.heading + side * mix(1.1, 0.55, t) }, length, side)
  }
  return plant
}
