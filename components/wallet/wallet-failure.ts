import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  InsufficientFundsError,
  SwitchChainError,
  UserRejectedRequestError,
  WaitForTransactionReceiptTimeoutError,
} from 'viem'
import * as text from '#messages/wallet/wallet-failure.ts'

/** Why a wallet or the chain did not do what was asked; each kind has its own words. */
export type WalletFailure =
  | { kind: 'rejected' }
  | { kind: 'no-funds' }
  | { kind: 'wrong-network' }
  | { kind: 'reverted'; reason: string }
  | { kind: 'not-mined' }
  | { kind: 'unknown'; detail: string }

const USER_REJECTED = 4001
const UNRECOGNISED_CHAIN = 4902

function codeOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number'
    ? error.code
    : null
}

/** Walks the error by type; never reads its text to decide. */
export function walletFailure(error: unknown): WalletFailure {
  if (codeOf(error) === USER_REJECTED) return { kind: 'rejected' }
  if (codeOf(error) === UNRECOGNISED_CHAIN) return { kind: 'wrong-network' }
  if (!(error instanceof BaseError)) return { kind: 'unknown', detail: String(error) }
  const found = <T extends Error>(type: abstract new (...args: never[]) => T) =>
    error.walk((cause) => cause instanceof type) as T | null
  if (found(UserRejectedRequestError)) return { kind: 'rejected' }
  if (error.walk((cause) => codeOf(cause) === USER_REJECTED)) return { kind: 'rejected' }
  if (found(InsufficientFundsError)) return { kind: 'no-funds' }
  if (found(SwitchChainError)) return { kind: 'wrong-network' }
  const revert = found(ContractFunctionRevertedError)
  if (revert)
    return { kind: 'reverted', reason: revert.data?.errorName ?? revert.reason ?? revert.shortMessage }
  const execution = found(ExecutionRevertedError)
  if (execution) return { kind: 'reverted', reason: execution.details || execution.shortMessage }
  if (found(WaitForTransactionReceiptTimeoutError)) return { kind: 'not-mined' }
  return { kind: 'unknown', detail: error.shortMessage }
}

type Copy = { title: string; next: string; code: string }

/** `kept` says what the visitor still has, e.g. "Your ballot is kept." */
export function failureCopy(failure: WalletFailure, kept: string): Copy {
  switch (failure.kind) {
    case 'rejected':
      return { ...text.rejected(kept), code: 'wallet-rejected' }
    case 'no-funds':
      return { ...text.noFunds(kept), code: 'wallet-no-funds' }
    case 'wrong-network':
      return { ...text.wrongNetwork(kept), code: 'wallet-wrong-network' }
    case 'reverted':
      return { ...text.reverted(kept, failure.reason), code: 'chain-reverted' }
    case 'not-mined':
      return { ...text.notMined(kept), code: 'chain-not-mined' }
    case 'unknown':
      return { ...text.unknown(kept, failure.detail), code: 'wallet-failed' }
  }
}
