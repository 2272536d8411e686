type WorkDescriptionProps = {
  /** JSON-LD, escaped for a data block. */
  block: string | null
  /** Where the terms of the licence stand. */
  licence: string | null
}

/** What a page says of its work to programs: nothing that runs, nothing that is seen. */
export function WorkDescription({ block, licence }: WorkDescriptionProps) {
  return (
    <>
      {licence && <link rel="license" href={licence} />}
      {block && <script type="application/ld+json">{block}</script>}
    </>
  )
}
