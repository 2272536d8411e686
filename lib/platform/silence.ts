import { BaseError, HttpRequestError, TimeoutError } from 'viem'

/** PostgreSQL's classes for connections, lack of room, and a server that stops or starts. */
const SQL_STATES = /^(08|53|57P)/
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const DRIVER_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
])
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'])

/** The driver gives these no code. */
const DRIVER_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** Whether the database did not answer; a statement under way may have been carried out all the same. */
export function isDatabaseSilent(error: unknown): boolean {
  const { code, meta, message, syscall } = fieldsOf(error)
  const driver = fieldsOf(fieldsOf(fieldsOf(meta).driverAdapterError).cause)
  const kind = typeof driver.kind === 'string' ? driver.kind : ''
  const state = typeof driver.originalCode === 'string' ? driver.originalCode : ''
  if (DRIVER_KINDS.has(kind) || SQL_STATES.test(state)) return true
  if (typeof code === 'string')
    return (
      PRISMA_CODES.has(code) || SQL_STATES.test(code) || (SOCKET_CODES.has(code) && syscall === 'connect')
    )
  return typeof message === 'string' && DRIVER_WORDS.test(message)
}

/** Whether the chain's node did not answer: this says nothing about what was asked. */
export function isChainSilent(error: unknown): boolean {
  return (
    error instanceof BaseError &&
    error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null
  )
}
