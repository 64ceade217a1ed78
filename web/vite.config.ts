import process from 'node:process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000';

/**
 * What nearly every page needs comes in four files: thirty small ones would each wait for their turn on a slow line. The
 * words load late and import the plain files alone; were those beside components, SvelteKit would take the components'
 * styles for late too, and the first page would come without.
 */
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
                    { name: 'plain', test: /src\/lib\/i18n\/[^/]+\.ts/, minShareCount: 2, priority: 3 },
                    { name: 'icons', test: /node_modules\/@lucide\//, minShareCount: 2, priority: 2 },
                    { name: 'map', test: /src\/lib\/map\/|node_modules\/topojson/, priority: 2 },
                    { name: 'shared', test: /src\/lib\/(?!i18n\/)/, minShareCount: 5, priority: 1 },
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
