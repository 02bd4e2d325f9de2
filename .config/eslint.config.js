import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { zones } from './imports.js';
import mdxImports from './mdx-imports.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const chartEngine = ['chart.js', 'chart.js/**', 'd3-contour'];

const restrictImports = (...patterns) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { group: ['@calculus/*/*'], message: 'A package is imported through its door.' },
        ...patterns,
      ],
    },
  ],
});

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'test-results/', '**/node_modules/', 'packages/*/dist/'] },
  {
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      astro.configs.recommended,
      svelte.configs.recommended,
    ],
    files: ['**/*.{js,mjs,ts,svelte,astro}'],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte', '.astro'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      // TypeScript resolves names; this rule does not know its types.
      'no-undef': 'off',
      // Does not return from a type that names itself (a Python list of Python values).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A cycle of values must not hide behind an import that only names types.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // What a component hands to a snippet is known to svelte-check; this parser calls it any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      // Nor does it know generics of a component, or that state changes.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // Its parser knows no project service.
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { projectService: false, project: 'tsconfig.json' } },
    // TypeScript has no type for the markup that an expression returns.
    rules: { '@typescript-eslint/no-unsafe-return': 'off' },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**', 'packages/**', 'content/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Seed a Generator instead.' },
      ],
    },
  },
  // The arrows of the architecture, over every file that can import.
  { files: ['**/*.mdx'], processor: mdxImports },
  // What the blanked prose uses looks unused.
  { files: ['**/*.mdx/*.js'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  {
    files: ['**/*.{js,mjs,ts,svelte,astro,mdx}', '**/*.mdx/*.js'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.js', '.svelte', '.astro', '.json'] }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      ...restrictImports({ group: chartEngine, message: 'Only src/charts draws charts.' }),
    },
  },
  { files: ['src/charts/**'], rules: restrictImports() },
);
