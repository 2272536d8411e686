const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends what was started also when this process is ended. @returns the same end, for when it is done */
export function endOnSignal(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined
  const once = () => {
    ending ??= end()
    return ending
  }
  const onSignal = () => void once().finally(() => process.exit(1))
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return async () => {
    await once()
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}
