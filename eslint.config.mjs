import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { noTextSlice } from './scripts/lint/no-text-slice.mjs'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'docs/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    // Where components and hooks are: its compiler reads each file anew, which takes as long as all other rules together.
    files: ['src/**/*.tsx', 'src/**/use-*.ts'],
    ignores: ['**/*.test.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nutui/nutui-react-taro',
              importNames: ['Switch'],
              message: 'It has no role and no key presses it: use SwitchField or SwitchTrack of src/ui.',
            },
          ],
        },
      ],
    },
  },
  {
    // What the product ships; tests may take their own strings apart.
    files: ['{cloud,src,types}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/*.d.ts', 'types/words/text.ts'],
    // One program of everything: the nearest tsconfig of each file would be four.
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/service-worker/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { text: { rules: { 'no-text-slice': noTextSlice } } },
    rules: { 'text/no-text-slice': 'error' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        document: 'readonly',
        Option: 'readonly',
        setInterval: 'readonly',
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
