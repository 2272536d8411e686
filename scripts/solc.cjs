#!/usr/bin/env node
// Forge drives a compiler as a process. This presents the pinned `solc` package as one; the
// package's own `solcjs --standard-json` writes a stray line into the JSON.
const { readFileSync, writeSync } = require('node:fs')

const args = process.argv.slice(2)

function writeAll(text) {
  const bytes = Buffer.from(text)
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(1, bytes, offset)
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error
    }
  }
}

if (args.includes('--version')) {
  // Read from the manifest: forge asks several times, and loading the compiler takes a second.
  const { version } = require('solc/package.json')
  writeAll(`solc, the solidity compiler commandline interface\nVersion: ${version}+npm.Emscripten.clang\n`)
} else if (args.includes('--standard-json')) {
  writeAll(require('solc').compile(readFileSync(0, 'utf8')))
} else {
  process.stderr.write(`scripts/solc.cjs: unsupported arguments ${args.join(' ')}\n`)
  process.exitCode = 64
}
