/** One measured value against its bar; `holds` says whether it is met. */
export type Bar = { value: number; bar: number; holds: boolean }

/** What a bench hands back: figures to print (ours beside a peer's) and the bars that gate it. */
export type BenchResult = {
  name: string
  figures: Record<string, number>
  bars: Record<string, Bar>
}

export type Bench = { run(options: { quick: boolean }): Promise<BenchResult> }

/** A bar that holds while the value does not exceed it. */
export function atMost(value: number, bar: number): Bar {
  return { value, bar, holds: value <= bar }
}

/** A bar that holds while the value does not fall below it. */
export function atLeast(value: number, bar: number): Bar {
  return { value, bar, holds: value >= bar }
}
