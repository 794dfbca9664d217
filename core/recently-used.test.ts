import { deepEqual } from 'node:assert/strict'
import { test } from 'vitest'
import { recentlyUsed } from './recently-used.ts'

test('what was used longest ago goes first', () => {
  const cache = recentlyUsed<string, number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  deepEqual([cache.get('a'), cache.get('b'), cache.get('c')], [1, undefined, 3])
})
