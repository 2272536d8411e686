import { defineConfig } from 'vitest/config'

const alias = { 'server-only': new URL('./node_modules/server-only/empty.js', import.meta.url).pathname }
const exclude = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**']

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.integration.test.ts'],
          setupFiles: ['./scripts/testing/fail-on-console-error.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude,
          setupFiles: ['./scripts/testing/fail-on-console-error.ts'],
          globalSetup: ['./scripts/testing/integration-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
