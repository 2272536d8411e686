import { useEffect, useRef } from 'react'
import { useFirstFault } from './use-first-fault.ts'

type Standing = {
  /** Whether the sheet that is signed stands in place of the form. */
  signing: boolean
  errors: Parameters<typeof useFirstFault>[1]
  /** Where the form begins, as a selector. */
  first: string
}

/** After the page has changed under a keyboard: where one goes on. */
export function useFocusAfter({ signing, errors, first }: Standing) {
  const form = useRef<HTMLFormElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const was = useRef(signing)
  useEffect(() => {
    if (was.current === signing) return
    was.current = signing
    if (signing) sheet.current?.focus()
    else form.current?.querySelector<HTMLElement>(first)?.focus()
  }, [signing, first])
  useFirstFault(form, errors)
  return { form, sheet }
}
