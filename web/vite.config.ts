import process from 'node:process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000';

/** What nearly every page needs comes in two files: thirty small ones would each wait for their turn on a slow line. */
const together: Plugin = {
  name: 'together',
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? undefined
      : {
          build: {
            rolldownOptions: {
              output: {
                codeSplitting: {
                  groups: [
                    { name: 'svelte', test: /node_modules\/(svelte|@sveltejs|clsx|esm-env|devalue)\//, priority: 2 },
                    { name: 'shared', test: /src\/lib\/(?!i18n\/(fr|en))/, minShareCount: 6, priority: 1 },
                  ],
                },
              },
            },
          },
        },
};

export default defineConfig({
  plugins: [sveltekit(), together],
  // Published as .svelte files, so Node cannot load them: they are compiled with the pages.
  ssr: { noExternal: ['@lucide/svelte'] },
  server: {
    port: 5173,
    // Fonts and the map's styles come from the packages of the folder above.
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(
      ['/graphql', '/api/auth', '/files', '/exports', '/ical', '/prints'].map((path) => [path, { target: gateway }]),
    ),
  },
});
