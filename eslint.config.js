import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteConfig from './web/svelte.config.js';

/** Where time and the environment are read; everything else is handed them. */
const sources = ['gateway/platform/clock.ts', 'gateway/platform/config.ts'];

const handedIn = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the instant from the clock that is passed in.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the instant from the clock that is passed in.',
  },
  {
    selector:
      "MemberExpression[object.name='process'][property.name='env']:not(AssignmentExpression > MemberExpression.left > MemberExpression)",
    message: 'The environment is read in platform/config.ts alone: take the configuration that is passed in.',
  },
];

const nobodyImports = { regex: '(^|/)(test|build)/', message: 'Nothing imports tests or what was built.' };
const notSeed = { regex: '(^|/)seed/', message: 'Only the two programs, main and cli, play the seed.' };

/** @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} patterns @returns {import('eslint').Linter.RulesRecord} */
const imports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const ownDecorators = {
  regex: '\\.(entity|service|resolver|loaders|inputs|invariants)(\\.ts)?$',
  message: 'Rules are plain functions over plain data.',
};

export default ts.config(
  { ignores: ['build/', 'web/.svelte-kit/', 'web/src/lib/graph/generated/', 'node_modules/'] },
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      // Named for every file, not only *.svelte: otherwise the type checker starts afresh between the two (25 s instead of 11).
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // An interface may ask for a promise that an implementation has no reason to wait for.
      '@typescript-eslint/require-await': 'off',
      // The product is served from the root of its origin.
      'svelte/no-navigation-without-resolve': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
    // The linter types the events of a template as any; svelte-check types them truly.
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },

  // What may import what. The direction is always inwards: resolver, service, rules, tables.
  {
    files: ['schema/**/*.ts'],
    ignores: ['schema/print.ts'],
    rules: imports({
      // The stems of words are a table too, if one that is computed.
      regex: '^(?!\\./|@orama/stemmers/|\\.\\./(?!gateway|web|seed|test))',
      message: 'The tables import nothing but each other.',
    }),
  },
  {
    files: ['gateway/**/*.ts'],
    ignores: ['gateway/main.ts', 'gateway/cli.ts'],
    rules: imports(nobodyImports, notSeed, { regex: '(^|/)web/', message: 'The gateway does not know the pages.' }),
  },
  {
    files: ['gateway/platform/**/*.ts'],
    rules: imports(nobodyImports, notSeed, { regex: '(^|/)modules/', message: 'Plumbing knows no domain word.' }),
  },
  {
    files: ['gateway/modules/**/*.ts'],
    rules: {
      'no-console': 'error',
      ...imports(nobodyImports, notSeed, {
        regex: '^\\.\\./(?!\\.\\./)[^/]+/(?!(viewer|sides)\\.ts$|.*\\.(entity|service)\\.ts$)',
        message: "Of another module, import its entity, its service, or types: 'import type'.",
        allowTypeImports: true,
      }),
    },
  },
  {
    files: ['gateway/modules/**/*.rules.ts'],
    rules: imports(
      nobodyImports,
      notSeed,
      {
        regex:
          '^(mongoose|mongodb|graphql|type-graphql|class-validator|express|pino|nodemailer|node:(fs|net|https?|child_process|timers|process))',
        message: 'Rules touch no database, network, file or clock.',
      },
      {
        regex: '/platform/(?!(refusal|clock|hours|geo|intervals|period)\\.ts$)',
        message: 'Rules use the pure part of platform/ only.',
        allowTypeImports: true,
      },
      { ...ownDecorators, allowTypeImports: true },
    ),
  },
  {
    files: ['web/src/**/*.{ts,svelte}'],
    rules: imports(nobodyImports, notSeed, {
      regex: '(^|\\.\\./)gateway/',
      message: 'The pages know the gateway by its schema alone.',
    }),
  },
  {
    files: ['web/src/**/*.{ts,svelte}'],
    ignores: ['web/src/**/*.server.ts', 'web/src/**/+server.ts'],
    rules: imports(
      nobodyImports,
      notSeed,
      { regex: '(^|\\.\\./)gateway/', message: 'The pages know the gateway by its schema alone.' },
      {
        regex: '/generated/(index|gql|graphql)(\\.ts)?$',
        message:
          'Every operation of the web would come to the browser with it: import types, or from a .server.ts file.',
        allowTypeImports: true,
      },
    ),
  },
  { files: ['seed/**/*.ts'], rules: imports(nobodyImports) },

  {
    files: ['gateway/**/*.ts', 'seed/**/*.ts', 'schema/**/*.ts', 'web/src/**/*.{ts,svelte}'],
    ignores: sources,
    rules: { 'no-restricted-syntax': ['error', ...handedIn] },
  },
);
