import type { Graph } from './comfyui-workflow.ts'

/** What the next workflow, or its picture, is to suffer. */
export type ComfyFault =
  /** Refused at the door: nothing is queued. */
  | 'node-errors'
  | 'bad-token'
  | 'no-credit'
  | 'rate-limited'
  | 'slow-down'
  | 'no-instance'
  | 'moved'
  | 'broken-before'
  /** The workflow is queued and the answer never comes, or the connection breaks. */
  | 'broken-after'
  | 'hangs'
  | 'lost'
  /** It ends badly. */
  | 'crashes'
  | 'out-of-memory'
  | 'interrupted'
  | 'stalls'
  /** The server starts again and has forgotten everything; or another one answers for a while. */
  | 'restarts'
  | 'elsewhere'
  /** Its picture is not what it should be. */
  | 'no-output'
  | 'picture-gone'
  | 'picture-html'
  | 'picture-huge'
  | 'picture-cut'
  | 'picture-redirects'

export type Made = {
  id: string
  number: number
  prompt: Graph
  fault: ComfyFault | null
  startedAt: number | null
}
type Ended = Made & { startedAt: number; endedAt: number; how: 'success' | 'error' | 'interrupted' }

/** One queue, of which one workflow runs at a time, and a history, all in memory. */
export class ComfyQueue {
  pending: Made[] = []
  running: (Made & { startedAt: number }) | null = null
  readonly history = new Map<string, Ended>()
  /** Runs that were stopped, by their ids. */
  readonly interrupted: string[] = []
  private readonly latencyMs: number
  private readonly now: () => number

  /** @param now the server's clock in milliseconds */
  constructor(latencyMs: number, now: () => number) {
    this.latencyMs = latencyMs
    this.now = now
  }

  /** Lets time pass in the queue: what is over goes to the history, and the next one starts. */
  advance(): void {
    const { latencyMs } = this
    let at = this.now()
    if (this.running) {
      const { fault, startedAt } = this.running
      if (fault === 'stalls' || at - startedAt < latencyMs) return
      at = startedAt + latencyMs
      this.end(this.running, fault === 'crashes' || fault === 'out-of-memory' ? 'error' : 'success', at)
    }
    const next = this.pending.toSorted((a, b) => a.number - b.number)[0]
    if (!next) return
    this.pending = this.pending.filter((one) => one !== next)
    next.startedAt = at
    this.running = { ...next, startedAt: at }
    if (next.fault === 'interrupted') this.end(this.running, 'interrupted', at)
    this.advance()
  }

  private end(run: Made & { startedAt: number }, how: Ended['how'], endedAt: number): void {
    this.running = null
    this.history.set(run.id, { ...run, how, endedAt })
  }

  remove(ids: ReadonlySet<string>): void {
    this.pending = this.pending.filter(({ id }) => !ids.has(id))
  }

  /** Stops what runs; with an id only when it is that. */
  interrupt(only: string | undefined): void {
    const { running } = this
    if (!running || (only !== undefined && running.id !== only)) return
    this.interrupted.push(running.id)
    this.end(running, 'interrupted', this.now())
    this.advance()
  }

  /** The process ends, and another starts. */
  restart(): void {
    this.pending = []
    this.running = null
    this.history.clear()
  }

  entries(): object {
    return Object.assign({}, ...Array.from(this.history.keys(), (id) => this.entryOf(id)))
  }

  /** The answer of the history to one id. */
  entryOf(id: string) {
    const ended = this.history.get(id)
    if (!ended) return {}
    const { number, prompt, fault, startedAt, endedAt, how } = ended
    const time = (timestamp: number) => ({ prompt_id: id, timestamp })
    const failed = {
      node_id: '5',
      node_type: 'KSampler',
      executed: ['1', '2', '3', '4'],
      ...(fault === 'out-of-memory'
        ? {
            exception_message: 'Allocation on device 0 would exceed allowed memory.\n',
            exception_type: 'torch.OutOfMemoryError',
          }
        : {
            exception_message: 'Expected all tensors to be on the same device',
            exception_type: 'RuntimeError',
          }),
      traceback: [],
    }
    const last = {
      success: ['execution_success', time(endedAt)],
      error: ['execution_error', { ...time(endedAt), ...failed }],
      interrupted: ['execution_interrupted', { ...time(endedAt), node_id: '5', executed: [] }],
    }[how]
    const images =
      fault === 'no-output' ? [] : [{ filename: `${id}_00001_.png`, subfolder: 'verso', type: 'output' }]
    const outputs = how === 'success' ? { '7': { images } } : {}
    const messages = [
      ['execution_start', time(startedAt)],
      ['execution_cached', { nodes: [], ...time(startedAt) }],
      last,
    ]
    const status = {
      status_str: how === 'success' ? 'success' : 'error',
      completed: how === 'success',
      messages,
    }
    return {
      [id]: { prompt: [number, id, prompt, { client_id: 'verso' }, ['7']], outputs, status, meta: {} },
    }
  }
}
