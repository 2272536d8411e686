import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** Files by path, or the bytes of an archive. */
export type LoadedBundle = Map<string, Uint8Array> | Uint8Array

/** Reads bundle.zip from a URL or a file, or an unpacked bundle from a folder. */
export async function loadBundle(source: string): Promise<LoadedBundle> {
  if (/^https?:\/\//.test(source)) return download(source)
  if (!(await stat(source)).isDirectory()) return new Uint8Array(await readFile(source))
  const files = new Map<string, Uint8Array>()
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(source, file).split(path.sep).join('/')
    files.set(name, entry.isFile() ? new Uint8Array(await readFile(file)) : new Uint8Array())
  }
  return files
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
