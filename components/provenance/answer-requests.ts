type Answer<Request> = (request: Request, tell: (progress: object) => void) => Promise<object>

/** The inside of a thread of `useThread`: progress and the answer go back; a fault is told, since no page sees it. */
export function answerRequests<Request>(answer: Answer<Request>): void {
  self.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    const tell = (progress: object) => self.postMessage({ kind: 'progress', progress })
    try {
      self.postMessage(await answer(data, tell))
    } catch (error) {
      self.postMessage({ kind: 'failed', code: 'recount-stopped' })
      throw error
    }
  })
}
