import { cosine, sine } from '#lib/generation/artist/trigonometry.ts'
import { type Habit, type Node, nodeAt, Plant, UPWARD } from './plant.ts'

function growEar(plant: Plant, nodes: readonly Node[]): void {
  for (let grain = 0; grain < 26; grain++) {
    const node = nodeAt(nodes, 1 - grain * 0.011)
    const side = grain & 1 ? 1 : -1
    plant.leaf({ ...node, heading: node.heading + side * 0.34 }, 16, 3, 225)
    const awn = node.heading + side * 0.5
    plant.line([node.x, node.y], [node.x + cosine(awn) * 28, node.y + sine(awn) * 28], 0.8, 0.5, 200)
  }
}

/** Grasses: blades and ears from one tuft. */
export function growGrass(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(9, 18) + habit.density * 6
  for (let blade = 0; blade < count; blade++) {
    plant.part = blade
    const length = random.between(420, 780)
    const x = random.bell() * 52
    const heading = UPWARD + x * 0.0034 + random.between(-0.08, 0.08)
    const start = { x, y: random.between(-8, 20), heading }
    const nodes = plant.grow(start, length, habit.sway * 1.6 + random.between(-0.35, 0.35), 50)
    plant.stem(nodes, 3.2, 0.8, 215)
    if (random.chance(0.6)) growEar(plant, nodes)
    else {
      const foot = nodeAt(nodes, 0.24)
      const bend = habit.sway * 2 + random.between(-0.5, 0.5)
      plant.leaf({ ...foot, heading: foot.heading + random.between(-0.3, 0.3) }, length * 0.62, 6, 190, {
        bend,
      })
    }
    plant.close(0.76)
  }
  return plant
}
