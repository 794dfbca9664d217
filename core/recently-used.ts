/** A map that forgets what was used longest ago. */
export interface RecentlyUsed<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

export function recentlyUsed<K, V>(most: number): RecentlyUsed<K, V> {
  // A Map keeps the order of insertion: the first key is the oldest.
  const kept = new Map<K, V>()
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
  }
}
