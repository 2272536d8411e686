'use client'

import { type RefObject, useEffect } from 'react'
import { noteSeen } from '#components/voting/use-seen.ts'

/** A work counts as looked at when half of it has stood in the window for so long. */
const LOOK_MS = 1_000
const HALF = 0.5
const TOGETHER_MS = 500

/** Watches which works of a list are looked at, those that join it later too, until it is told to end. */
function watchLooks(list: HTMLElement, roundId: string): () => void {
  const since = new Map<number, number>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, time } of entries) {
        const number = Number((target as HTMLElement).dataset.number)
        if (isIntersecting) since.set(number, time)
        else since.delete(number)
      }
    },
    { threshold: HALF },
  )
  const watch = (node: Node) => node instanceof HTMLElement && node.dataset.number && observer.observe(node)
  const joined = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) watch(node)
  })
  for (const node of list.children) watch(node)
  joined.observe(list, { childList: true })
  const timer = setInterval(() => {
    const until = performance.now() - LOOK_MS
    const looked = [...since].filter(([, began]) => began <= until).map(([number]) => number)
    if (looked.length === 0 || document.hidden) return
    for (const number of looked) since.set(number, Number.POSITIVE_INFINITY)
    noteSeen(roundId, looked)
  }, TOGETHER_MS)
  return () => {
    clearInterval(timer)
    observer.disconnect()
    joined.disconnect()
  }
}

export function useLooks(hang: RefObject<HTMLElement | null>, roundId: string | null): void {
  useEffect(() => {
    const list = hang.current?.querySelector('ol')
    if (!list || roundId === null) return
    let end = () => {}
    // By itself, so that what is pressed while the page becomes awake waits for less.
    const timer = setTimeout(() => {
      end = watchLooks(list, roundId)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [hang, roundId])
}
