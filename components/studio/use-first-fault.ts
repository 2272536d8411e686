import { type RefObject, useEffect } from 'react'

/** After a form was turned away: one goes on at the first field that needs something. */
export function useFirstFault(
  form: RefObject<HTMLFormElement | null>,
  errors: Partial<Record<string, string>> | undefined,
): void {
  useEffect(() => {
    if (Object.keys(errors ?? {}).length > 0)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid=true], fieldset[aria-describedby] input')
        ?.focus()
  }, [form, errors])
}
