/** Two projects: everything that runs in Node, and components that need a DOM. */
const transform = {
  '\\.sql$': '<rootDir>/scripts/sql-text.cjs',
  '^.+\\.(t|j|mj|cj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
}
const common = {
  transform,
  // These packages ship ES modules only; PGlite loads Node's modules by import(), which jest's sandbox lacks.
  transformIgnorePatterns: [
    '/node_modules/(?!(@electric-sql|file-type|strtok3|token-types|uint8array-extras|@tokenizer|uuid|peek-readable|@borewit|kysely|zod)/)',
  ],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
}
/** Unit tests stand next to what they test; slower ones in test/ are chosen by folder. */
module.exports = {
  // One PostgreSQL for the whole run, started by the first test that needs it.
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/long-tests-first.cjs',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{cloud,types,test,bench}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/support/as-browser.ts'],
      moduleNameMapper: {
        ...common.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/test/support/plain-components.ts',
        '^@nutui/nutui-react-taro$': '<rootDir>/test/support/plain-nutui.ts',
        '\\.scss$': '<rootDir>/test/support/no-styles.ts',
      },
      testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
    },
  ],
}
