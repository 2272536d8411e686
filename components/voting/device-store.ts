type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `page`: the device refused to keep it (blocked or full), so it lives as long as the page does. */
export type Kept = 'device' | 'page'

export type DeviceStore<T extends object> = {
  read: () => T & { kept: Kept }
  subscribe: (listener: () => void) => () => void
  /** Puts another state in place of what `read` gave in the same turn. */
  put: (value: T) => void
  /** Takes over what another tab wrote. */
  reload: () => void
}

type Form<T> = {
  key: string
  /** What is read where nothing is kept: one object, so that no page is drawn again for what the server knew. */
  nothing: T & { kept: Kept }
  /** What an earlier visit wrote; anything unreadable is nothing, never an error. */
  parse: (raw: string) => T
  /** Null when there is nothing to keep. */
  serialize: (value: T) => string | null
}

/** One value over a key-value storage that may throw at any call. */
export function createDeviceStore<T extends object>(
  { key, nothing, parse, serialize }: Form<T>,
  storage: () => KeyValue,
): DeviceStore<T> {
  const listeners = new Set<() => void>()
  let state: (T & { kept: Kept }) | null = null

  function load(): T & { kept: Kept } {
    try {
      const raw = storage().getItem(key)
      return raw === null ? nothing : { ...parse(raw), kept: 'device' }
    } catch {
      return { ...nothing, kept: 'page' }
    }
  }

  function keep(value: T): Kept {
    try {
      const text = serialize(value)
      if (text === null) storage().removeItem(key)
      else storage().setItem(key, text)
      return 'device'
    } catch {
      return 'page'
    }
  }

  function change(next: T & { kept: Kept }) {
    state = next
    for (const listener of listeners) listener()
  }

  return {
    read() {
      state ??= load()
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put(value) {
      change({ ...value, kept: keep(value) })
    },
    reload() {
      change(load())
    },
  }
}
