type KeyListProps = {
  keys: readonly (readonly [caps: string, does: string])[]
  /** Where it is shown: with a keyboard unless said. */
  only?: string
}

/** Keys by their caps, and what each does; a dash between two caps is a span of them. */
export function KeyList({ keys, only = 'max-rail:pointer-coarse:hidden' }: KeyListProps) {
  return (
    <dl className={`mt-3 text-13 ${only}`}>
      {keys.map(([caps, does]) => (
        <div key={does} className="grid grid-cols-[76px_1fr] gap-x-3 border-line border-t py-1.5">
          <dt className="flex flex-wrap gap-1">
            {caps.split(' ').map((cap) =>
              cap === '–' ? (
                <span key={cap}>–</span>
              ) : (
                <kbd
                  key={cap}
                  className="inline-grid h-[22px] min-w-[22px] place-items-center rounded-control border border-edge px-1 font-mono text-12 leading-one [font-stretch:75%]"
                >
                  {cap}
                </kbd>
              ),
            )}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
