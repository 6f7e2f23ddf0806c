import { defineConfig } from 'vitest/config';

const results = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    // CI counts from the runner's own numbers.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    pool: 'threads',
    isolate: false,
    // `npm run fuzz` takes as long as it takes.
    testTimeout: process.env['FUZZ_RUNS'] === undefined ? 60_000 : 0,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
