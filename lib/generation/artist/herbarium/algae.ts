import { mix } from '#lib/generation/artist/scalar.ts'
import { type Habit, type Node, nodeAt, Plant, UPWARD } from './plant.ts'

type Branch = { start: Node; length: number; width: number; forks: number }

function growBranch(plant: Plant, habit: Habit, { start, length, width, forks }: Branch): void {
  const { random } = habit
  const bend = random.between(-0.9, 0.9) * (1 + 0.4 * habit.wild) + habit.sway * 0.6
  const nodes = plant.grow(start, length, bend, 16)
  plant.stem(nodes, width, width * 0.7, 215)
  const tip = nodeAt(nodes, 1)
  if (forks <= 0) {
    plant.leaf(tip, width * 3 + 9, width + 2.4, 205)
    return
  }
  const count = random.integer(2, habit.density < 0 ? 2 : 3)
  for (let branch = 0; branch < count; branch++) {
    const heading =
      mix(tip.heading, UPWARD + habit.sway, 0.12) + (branch - (count - 1) / 2) * random.between(0.45, 0.8)
    const next = { ...tip, heading }
    growBranch(plant, habit, {
      start: next,
      length: length * random.between(0.66, 0.84),
      width: width * 0.72,
      forks: forks - 1,
    })
  }
  if (forks > 1 && random.chance(0.5 + 0.3 * habit.density)) {
    const node = nodeAt(nodes, 0.5)
    const heading = node.heading + random.pick([-1, 1]) * 0.8
    growBranch(plant, habit, {
      start: { ...node, heading },
      length: length * 0.6,
      width: width * 0.6,
      forks: forks - 2,
    })
  }
}

/** Seaweed: forking ribbons with rounded tips. */
export function growAlgae(habit: Habit): Plant {
  const plant = new Plant(habit)
  const { random } = habit
  const count = habit.count ?? random.integer(3, 5) + habit.density
  const forks = random.integer(4, 5) - (count > 4 ? 1 : 0)
  for (let branch = 0; branch < count; branch++) {
    plant.part = branch
    const heading = UPWARD + habit.sway * 0.5 + mix(-0.7, 0.7, (branch + random.between(0.2, 0.8)) / count)
    const start = { x: random.between(-10, 10), y: 0, heading }
    growBranch(plant, habit, { start, length: random.between(150, 205), width: random.between(7, 13), forks })
    plant.close(0.78)
  }
  return plant
}
