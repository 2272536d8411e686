import { mix } from '#lib/generation/artist/scalar.ts'
import { cosine, sine } from '#lib/generation/artist/trigonometry.ts'
import { type Habit, type Node, nodeAt, Plant, UPWARD } from './plant.ts'

function growUmbellet(plant: Plant, { random }: Habit, foot: Node, heading: number): void {
  for (let ray = 0; ray < 11; ray++) {
    const angle = heading + mix(-1.4, 1.4, ray / 10)
    const length = random.between(14, 24)
    const x = foot.x + cosine(angle) * length
    const y = foot.y + sine(angle) * length
    plant.line([foot.x, foot.y], [x, y], 1, 1, 190)
    for (let flower = 0; flower < 4; flower++) {
      plant.dot(x + random.between(-4, 4), y + random.between(-4, 4), random.between(1.4, 2.8), 235)
    }
  }
}

function growHead(plant: Plant, habit: Habit, foot: Node, size: number): void {
  const { random } = habit
  const rays = random.integer(14, 20) + habit.density * 4
  for (let ray = 0; ray < rays; ray++) {
    const heading = foot.heading + mix(-1.25, 1.25, ray / (rays - 1))
    const length = random.between(95, 130) * size
    const nodes = plant.grow({ ...foot, heading }, length, (heading - foot.heading) * -0.3, 12)
    plant.stem(nodes, 1.8, 1.2, 220)
    growUmbellet(plant, habit, nodeAt(nodes, 1), heading)
  }
}

function growFoliage(plant: Plant, { random, density }: Habit, nodes: readonly Node[]): void {
  for (let leaf = 0; leaf < 5 + density * 2; leaf++) {
    const foot = nodeAt(nodes, random.between(0.12, 0.6))
    const side = leaf & 1 ? 1 : -1
    for (let finger = 0; finger < 7; finger++) {
      const heading = foot.heading + side * (0.5 + finger * 0.13)
      plant.leaf({ ...foot, heading }, random.between(50, 110), 4, 170, { bend: side * 0.3 })
    }
  }
}

/** Cow parsley and its kin: umbels of umbels on tall stems. */
export function growUmbel(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(2, 4)
  for (let stem = 0; stem < count; stem++) {
    plant.part = stem
    const fan = (stem - (count - 1) / 2) * Math.min(0.3, 1.4 / count)
    const start = { x: random.between(-14, 14), y: 0, heading: UPWARD + fan }
    const length = stem ? random.between(380, 600) : 640
    const nodes = plant.grow(start, length, habit.sway + random.between(-0.2, 0.2), 50)
    plant.stem(nodes, 6, 2.4, 235)
    growHead(plant, habit, nodeAt(nodes, 1), stem ? 0.8 : 1)
    plant.close(0.88)
    growFoliage(plant, habit, nodes)
    plant.close(0.75)
  }
  return plant
}
