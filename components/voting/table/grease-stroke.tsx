/** One stroke through a passed work, as with a grease pencil on a contact sheet. */
export function Stroke() {
  return (
    <svg
      viewBox="0 0 10 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full text-second"
    >
      <path d="M0 10 10 0" stroke="currentColor" strokeWidth="1.6" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
