import { saveFile } from './save-file.ts'

/** Hands a value to the visitor as a file of JSON; nothing is sent. */
export function saveJson(name: string, value: unknown): void {
  saveFile(name, 'application/json', `${JSON.stringify(value, null, 2)}\n`)
}
