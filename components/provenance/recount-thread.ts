/** The thread that counts rounds again and checks bundles. */
export const startRecountThread = (): Worker =>
  new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' })
