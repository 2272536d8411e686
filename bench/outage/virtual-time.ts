/** A clock that stands until everybody waits. */
export class VirtualTime {
  nowMs: number
  private readonly waiting: { atMs: number; place: number; go: () => void }[] = []
  private place = 0

  constructor(startMs: number) {
    this.nowMs = startMs
  }

  sleep(ms: number): Promise<void> {
    return new Promise((go) => {
      this.place += 1
      this.waiting.push({ atMs: this.nowMs + ms, place: this.place, go })
    })
  }

  /** Lets time pass until nobody waits any more. */
  async run(): Promise<void> {
    await settled()
    for (let first = this.next(); first; first = this.next()) {
      this.nowMs = Math.max(this.nowMs, first.atMs)
      first.go()
      await settled()
    }
  }

  private next() {
    const [first] = this.waiting.toSorted((a, b) => a.atMs - b.atMs || a.place - b.place)
    if (first) this.waiting.splice(this.waiting.indexOf(first), 1)
    return first
  }
}

/** What a promise sets off is done before time goes on. */
const settled = () => new Promise<void>((go) => setImmediate(go))
