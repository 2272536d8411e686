import { afterEach, beforeEach, vi } from 'vitest'

let errors: string[] = []

beforeEach(() => {
  errors = []
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    errors.push(args.map(String).join(' '))
  })
})

afterEach(() => {
  vi.mocked(console.error).mockRestore?.()
  if (errors.length > 0) throw new Error(`console.error was called:\n${errors.join('\n')}`)
})
