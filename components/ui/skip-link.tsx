import * as text from '#messages/ui/skip-link.ts'

export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-20 bg-fg text-ground text-15 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-3"
    >
      {text.toContent}
    </a>
  )
}
