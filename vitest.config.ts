import { defineConfig } from 'vitest/config'

/** Tests that need engines: one file after the other, on engines that are started once for a run. */
const onEngines = (name: string, groupOrder: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    setupFiles: ['infra/local/test-worker.ts'],
    globalSetup: ['infra/local/test-engines.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { groupOrder },
  },
})

/** No test of these leaves anything behind, so that files may share a worker: starting one for each takes longer than they do. */
const SHARED = { pool: 'threads', isolate: false } as const

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['test/**', '**/node_modules/**', '.hirestream/**'],
          ...SHARED,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { name: 'tidy', include: ['test/tidy.test.ts'], sequence: { groupOrder: 0 } } },
      {
        test: {
          name: 'handbook',
          include: ['test/handbook/**/*.test.ts'],
          ...SHARED,
          sequence: { groupOrder: 0 },
        },
      },
      onEngines('contracts', 1),
      onEngines('e2e', 3),
      onEngines('faults', 4),
    ],
  },
})
