/** The thread that decodes and hashes pictures. */
export const startPictureThread = (): Worker =>
  new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
