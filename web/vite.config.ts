import { readFileSync } from 'node:fs';
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

/**
 * Icons as plain drawings, which a page wakes for nothing: as published, each is built again from its data in the browser,
 * attribute by attribute. All are decoration beside words, and take `strokeWidth` alone.
 */
const plainIcons: Plugin = {
  name: 'plain-icons',
  enforce: 'pre',
  load(id) {
    if (!/@lucide\/svelte\/dist\/icons\/[a-z0-9-]+\.svelte$/.test(id)) return undefined;
    const data = /const iconData = (\{.*\});/.exec(readFileSync(id, 'utf8'))?.[1];
    if (!data) throw new Error(`No drawing in ${id}: the package of icons has changed.`);
    const { name, size, node } = JSON.parse(data) as {
      name: string;
      size: number;
      node: [string, Record<string, string>][];
    };
    const drawn = node.map(
      ([tag, attributes]) =>
        `<${tag} ${Object.entries(attributes)
          .map(([key, value]) => `${key}="${value}"`)
          .join(' ')} />`,
    );
    return `<script>let { strokeWidth = 2 } = $props();</script>
<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round" class="lucide lucide-${name}" aria-hidden="true">${drawn.join('')}</svg>`;
  },
};

export default defineConfig({
  plugins: [plainIcons, sveltekit(), together],
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
