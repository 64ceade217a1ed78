import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';

const announcer =
  'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';
/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
  kit: {
    adapter: adapter({ out: '../build/web', precompress: true }),
    alias: { $schema: '../schema' },
    // A first page waits for no second answer: its styles come inside it, 9 kB once compressed.
    inlineStyleThreshold: 40_000,
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // One attribute alone, written by SvelteKit into the box that announces pages to screen readers.
        'style-src-attr': ['unsafe-hashes', `sha256-${hashOf(announcer)}`],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
  },
};
