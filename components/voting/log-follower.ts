import { ProtocolError } from '#lib/protocol/errors.ts'
import { verifyHead } from '#lib/protocol/head.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { verifyConsistency } from '#lib/protocol/log-tree.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Home } from '#lib/protocol/typed-data.ts'
import type { AnchoredHead } from '#lib/rounds/schema.ts'
import * as words from '#messages/voting/log-follower.ts'

/** A head as the server lists it. */
export type ListedHead = { size: number; root: Bytes32; signedAt: number; signature: string }

/** How a log is asked; each rejects when no answer comes. */
export type LogSource = {
  /** The newest first. */
  heads(take: number): Promise<ListedHead[]>
  hashes(from: number, take: number): Promise<Bytes32[]>
  anchored(): Promise<AnchoredHead | null>
  /** The chain itself: size and root of the highest head; null when it did not answer. */
  onChain(): Promise<{ size: number; root: Bytes32 } | null>
}

export type LogFacts = {
  roundId: Bytes32
  home: Home
  /** Who may have signed heads of this round. */
  operators: readonly Address[]
  anchors: readonly AnchoredHead[]
}

export type HeadLine = {
  size: number
  /** The root that the leaf hashes make; null where there are too few of them. */
  here: Bytes32 | null
  /** The root that the operator signed, or that the chain has where the head is no longer listed. */
  root: Bytes32
  signedAt: number | null
  /** What is wrong with the head, in a sentence; null when it holds. */
  fault: string | null
  anchor: { block: number; time: number; root: Bytes32; equal: boolean } | null
}

export type LogView = {
  /** Leaves that were read and hashed here. */
  size: number
  root: Bytes32
  /** The newest first. */
  lines: HeadLine[]
  /** The chain's own answer against the leaf hashes; null when it did not answer, or has no head yet. */
  onChain: { size: number; root: Bytes32; equal: boolean } | null
  /** What is wrong with the log as a whole, in a sentence. */
  fault: string | null
}

export type LogProgress = { have: number; of: number }

const HEADS = 100
/** Enough for what comes between two questions; one that is missed is made good by the next. */
const NEW_HEADS = 25
const HASHES = 10_000

/** Follows a log from its first leaf on, and computes by itself what its heads must be. */
export class LogFollower {
  private readonly facts: LogFacts
  private readonly source: LogSource
  private readonly tree = new LogTree()
  /** Heads and anchors by size, as they were first shown. */
  private readonly heads = new Map<number, ListedHead>()
  private readonly anchors = new Map<number, AnchoredHead>()
  private readonly judged = new Map<number, string | null>()
  private fault: string | null = null

  constructor(facts: LogFacts, source: LogSource) {
    this.facts = facts
    this.source = source
    for (const anchor of facts.anchors) this.anchors.set(anchor.size, anchor)
  }

  /** Asks what is new and checks it. Rejects when no answer came; what was read stays. */
  async step(tell: (progress: LogProgress) => void): Promise<LogView> {
    const [listed, anchored, onChain] = await Promise.all([
      this.source.heads(this.heads.size === 0 ? HEADS : NEW_HEADS),
      this.source.anchored(),
      this.source.onChain(),
    ])
    this.takeHeads(listed)
    if (anchored) this.takeAnchor(anchored)
    await this.readLeaves(Math.max(listed[0]?.size ?? 0, this.tree.size), tell)
    const lines = await this.lines()
    return {
      size: this.tree.size,
      root: this.tree.root(),
      lines,
      onChain:
        onChain && onChain.size > 0
          ? { ...onChain, equal: this.rootAt(onChain.size) === onChain.root }
          : null,
      fault: this.fault,
    }
  }

  private takeHeads(listed: readonly ListedHead[]): void {
    const newest = Math.max(0, ...this.heads.keys())
    const size = listed[0]?.size ?? 0
    if (size < newest) this.fault ??= words.shrank(newest, size)
    for (const head of listed) {
      const before = this.heads.get(head.size)
      if (before && before.root !== head.root) this.fault ??= words.twoHeads(head.size)
      if (!before) this.heads.set(head.size, head)
    }
  }

  private takeAnchor(anchor: AnchoredHead): void {
    const before = this.anchors.get(anchor.size)
    if (before && before.root !== anchor.root) this.fault ??= words.twoAnchors(anchor.size)
    this.anchors.set(anchor.size, anchor)
  }

  private async readLeaves(upTo: number, tell: (progress: LogProgress) => void): Promise<void> {
    while (this.tree.size < upTo) {
      tell({ have: this.tree.size, of: upTo })
      const hashes = await this.source.hashes(this.tree.size, Math.min(HASHES, upTo - this.tree.size))
      if (hashes.length === 0) {
        this.fault ??= words.tooFewLeaves(upTo, this.tree.size)
        return
      }
      for (const hash of hashes) this.tree.append(hash)
    }
  }

  private rootAt(size: number): Bytes32 | null {
    return size <= this.tree.size ? this.tree.root(size) : null
  }

  private async lines(): Promise<HeadLine[]> {
    const sizes = [...new Set([...this.heads.keys(), ...this.anchors.keys()])].sort((a, b) => b - a)
    const shown = sizes.slice(0, HEADS)
    const lines: HeadLine[] = []
    for (const [at, size] of shown.entries()) {
      const head = this.heads.get(size)
      const anchor = this.anchors.get(size)
      const root = head?.root ?? anchor?.root
      if (!root) continue
      const here = this.rootAt(size)
      lines.push({
        size,
        here,
        root,
        signedAt: head?.signedAt ?? null,
        fault: head ? await this.judge(head, this.heads.get(shown[at + 1] ?? 0)) : null,
        anchor: anchor
          ? { block: anchor.block, time: anchor.time, root: anchor.root, equal: anchor.root === here }
          : null,
      })
    }
    return lines
  }

  /** A head is judged once: its leaves do not change any more. */
  private async judge(head: ListedHead, before: ListedHead | undefined): Promise<string | null> {
    const known = this.judged.get(head.size)
    if (known !== undefined) return known
    const here = this.rootAt(head.size)
    const fault =
      here === null
        ? words.unpublished
        : here === head.root
          ? ((await this.signatureFault(head)) ?? this.growthFault(before, head))
          : words.otherRoot
    if (here !== null) this.judged.set(head.size, fault)
    return fault
  }

  private async signatureFault({ size, root, signedAt, signature }: ListedHead): Promise<string | null> {
    const { roundId, home, operators } = this.facts
    const head = { round: roundId, size: String(size), root, signedAt: String(signedAt) }
    for (const operator of operators) {
      try {
        await verifyHead({ home, head, signature, operator })
        return null
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
      }
    }
    return words.notSigned
  }

  /** RFC 9162 2.1.4: the head before is the beginning of this one; one that is wrong itself accuses no other. */
  private growthFault(before: ListedHead | undefined, head: ListedHead): string | null {
    if (!before || before.root !== this.rootAt(before.size)) return null
    const path = this.tree.consistencyPath(before.size, head.size)
    const grew = verifyConsistency({
      first: before.size,
      firstRoot: before.root,
      second: head.size,
      secondRoot: head.root,
      path,
    })
    return grew ? null : words.notContinued(before.size)
  }
}
