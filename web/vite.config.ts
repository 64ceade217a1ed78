import process from 'node:process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [sveltekit()],
  // Published as .svelte files, so Node cannot load them: they are compiled with the pages.
  ssr: { noExternal: ['@lucide/svelte'] },
  server: {
    port: 5173,
    // Fonts and the map's styles come from the packages of the folder above.
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(['/graphql', '/api/auth', '/files'].map((path) => [path, { target: gateway }])),
  },
});
