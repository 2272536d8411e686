import { type RecountMessage, type RecountRequest, recount } from './recount.ts'

const post = (message: RecountMessage) => self.postMessage(message)

self.addEventListener('message', async (event: MessageEvent<RecountRequest>) => {
  post(await recount(event.data, (progress) => post({ kind: 'progress', progress })))
})
