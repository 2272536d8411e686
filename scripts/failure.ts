/** A failure with a cause that a person can name and a way out; printed without a stack. */
export class NamedFailure extends Error {
  readonly wayOut: string
  constructor(message: string, wayOut: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NamedFailure'
    this.wayOut = wayOut
  }
}

export function tellFailure(error: unknown): void {
  if (error instanceof NamedFailure)
    process.stderr.write(`\nverso: ${error.message}\n       ${error.wayOut}\n`)
  else
    process.stderr.write(
      `\nverso: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
}
