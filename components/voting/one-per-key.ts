/** The one store of each key in this page; writes by other tabs arrive through the storage event. */
export function onePerKey<S extends { reload(): void }>(
  keyOf: (id: string) => string,
  create: (id: string, storage: () => Storage) => S,
): (id: string) => S {
  const stores = new Map<string, S>()
  return (id) => {
    const known = stores.get(id)
    if (known) return known
    const store = create(id, () => window.localStorage)
    stores.set(id, store)
    window.addEventListener('storage', (event) => {
      if (event.key === keyOf(id) || event.key === null) store.reload()
    })
    return store
  }
}
