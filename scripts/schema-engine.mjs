#!/usr/bin/env node
/**
 * Prisma's schema engine for machines that cannot download it.
 *
 * Prisma's CLI starts a native engine and talks line-delimited JSON-RPC with it. This file speaks the same
 * protocol, but answers from `@prisma/schema-engine-wasm`, the same engine compiled to WebAssembly, over
 * `@prisma/adapter-pg`. Migrations and their checksums are the same as with the native engine.
 * Started by scripts/prisma.mjs through PRISMA_SCHEMA_ENGINE_BINARY.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** PostgreSQL type "char", which adapter-pg does not know and the engine wants back as Character. */
const OID_CHAR = 18
/** Types of PostgreSQL's own catalogue, reported to adapter-pg as text types that it knows. */
const KNOWN_OID = new Map([
  [OID_CHAR, 1042],
  [194, 25],
  [2205, 25],
  [2206, 25],
  [1002, 1009],
])
const CHAR_MARK = '\u0000char'

function parseArguments(argv) {
  const parsed = { datamodels: [], url: undefined, command: undefined, version: false }
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === '--datamodels') parsed.datamodels.push(argv[++i])
    else if (argv[i] === '--datasource') parsed.url = JSON.parse(argv[++i]).url
    else if (argv[i] === 'cli') parsed.command = argv[++i]
    else if (argv[i] === '--version') parsed.version = true
  }
  return parsed
}

function markColumns(result) {
  for (const one of [result].flat()) {
    for (const field of one?.fields ?? []) {
      if (field.dataTypeID === OID_CHAR && !field.name.endsWith(CHAR_MARK)) field.name += CHAR_MARK
      field.dataTypeID = KNOWN_OID.get(field.dataTypeID) ?? field.dataTypeID
    }
  }
  return result
}

class CatalogueClient extends pg.Client {
  query(...args) {
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      args[args.length - 1] = (error, result) => callback(error, markColumns(result))
      return super.query(...args)
    }
    const pending = super.query(...args)
    return typeof pending?.then === 'function' ? pending.then(markColumns) : pending
  }
}

function adapted(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    result.columnNames.forEach((name, i) => {
      if (!name.endsWith(CHAR_MARK)) return
      result.columnNames[i] = name.slice(0, -CHAR_MARK.length)
      result.columnTypes[i] = ColumnTypeEnum.Character
    })
    return result
  }
  // adapter-pg cuts a script at each semicolon, also inside a function; the native engine sends it whole.
  if (adapter.executeScript)
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] })
    }
  const startTransaction = adapter.startTransaction?.bind(adapter)
  if (startTransaction) {
    adapter.startTransaction = async (...args) => adapted(await startTransaction(...args))
  }
  return adapter
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`

async function runSql(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withDatabase(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.href
}

function adapterFactory(url) {
  const pool = (connectionString, max) => new pg.Pool({ connectionString, max, Client: CatalogueClient })
  const inner = new PrismaPg(pool(url ?? 'postgresql://unset', 4))
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => adapted(await inner.connect()),
    connectToShadowDb: async () => {
      const name = `verso_shadow_${randomBytes(6).toString('hex')}`
      await runSql(url, `create database ${quoted(name)}`)
      const shadow = new PrismaPg(pool(withDatabase(url, name), 2), { disposeExternalPool: true })
      const adapter = adapted(await shadow.connect())
      const dispose = adapter.dispose.bind(adapter)
      adapter.dispose = async () => {
        await dispose()
        await runSql(url, `drop database if exists ${quoted(name)} with (force)`)
      }
      return adapter
    },
  }
}

async function loadWasm() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) }
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const glueFile = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const bytes = readFileSync(glueFile.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

async function createEngine({ datamodels, url }) {
  const SchemaEngine = await loadWasm()
  const models = datamodels.map((path) => [path, readFileSync(path, 'utf8')])
  return SchemaEngine.new(
    { datamodels: models.length > 0 ? models : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(url)),
  )
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

async function answer(engine, { method, params }) {
  if (method === 'getDatabaseVersion') return engine.version()
  if (method === 'reset') {
    await engine.reset(params)
    return null
  }
  const result = (await engine[method](params)) ?? {}
  if (method !== 'diff' || !result.stdout) return result
  // The native engine prints the text of a diff by a notification instead of returning it.
  send({ id: 1_000_000, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
  return { exitCode: result.exitCode, stdout: null }
}

async function serve(options) {
  let engine
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = JSON.parse(line)
    if (!request.method) continue
    try {
      engine ??= await createEngine(options)
      send({ id: request.id, result: await answer(engine, request) })
    } catch (error) {
      const data = {
        is_panic: false,
        message: String(error?.message ?? error),
        meta: error?.meta ?? {},
        error_code: error?.code ?? null,
      }
      send({ id: request.id, error: { code: 4466, message: 'See the data field for details.', data } })
    }
  }
  return 0
}

/** `cli can-connect-to-database` and `cli create-database`, which the CLI starts as separate processes. */
async function runCommand({ command, url }) {
  try {
    await runSql(url, 'select 1')
    return 0
  } catch (error) {
    if (command === 'create-database' && error.code === '3D000') {
      const name = decodeURIComponent(new URL(url).pathname.slice(1))
      await runSql(withDatabase(url, 'postgres'), `create database ${quoted(name)}`)
      return 0
    }
    const code = { '3D000': 'P1003', '28P01': 'P1000' }[error.code] ?? 'P1001'
    const fields = { message: error.message || String(error.code), error_code: code }
    const entry = { timestamp: new Date().toISOString(), level: 'ERROR', target: 'schema_engine', fields }
    process.stderr.write(`{}\n${JSON.stringify(entry)}\n`)
    return 1
  }
}

const options = parseArguments(process.argv.slice(2))
if (options.version) process.stdout.write('schema-engine-wasm\n')
else process.exit(options.command ? await runCommand(options) : await serve(options))
