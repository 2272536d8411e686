import { parentPort } from 'node:worker_threads'

export type Order<Task> = { id: number; task: Task }
export type Answered = { id: number; answer: unknown } | { id: number; failed: string }

/** The thread's side of a pool: answers what it is sent, one after another. `move` names buffers to hand over. */
export function answerOrders<Task, Answer>(
  answer: (task: Task) => Answer | Promise<Answer>,
  move: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  parentPort?.on('message', async ({ id, task }: Order<Task>) => {
    const send = (message: Answered, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved)
    try {
      const given = await answer(task)
      send({ id, answer: given }, move(given))
    } catch (error) {
      send({ id, failed: error instanceof Error ? error.message : String(error) })
    }
  })
}
