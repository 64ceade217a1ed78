import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

const require = createRequire(import.meta.url);
const folder = (name: string) => dirname(require.resolve(`${name}/package.json`));

const files = {
  'react.js': () => join(folder('react'), 'umd/react.production.min.js'),
  'react-dom.js': () => join(folder('react-dom'), 'umd/react-dom.production.min.js'),
  'graphiql.js': () => join(folder('graphiql'), 'graphiql.min.js'),
  'graphiql.css': () => join(folder('graphiql'), 'graphiql.min.css'),
};

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Maillage: GraphQL</title>
<link rel="stylesheet" href="/graphql/assets/graphiql.css"><link rel="stylesheet" href="/graphql/assets/page.css"></head>
<body><div id="graphiql">Reading the schema…</div>
<script src="/graphql/assets/react.js"></script><script src="/graphql/assets/react-dom.js"></script>
<script src="/graphql/assets/graphiql.js"></script><script src="/graphql/assets/page.js"></script></body>
</html>`;

const script = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }) }));`;

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

/** GraphiQL at `/graphql` for a browser that asks for a page; every file of it is served from here. */
export function playground(): Router {
  const router = express.Router();
  for (const [name, file] of Object.entries(files))
    router.get(`/graphql/assets/${name}`, (_request, response) => response.sendFile(file(), { maxAge: '1d' }));
  router.get('/graphql/assets/page.js', (_request, response) => void response.type('js').send(script));
  router.get(
    '/graphql/assets/page.css',
    (_request, response) => void response.type('css').send('body{margin:0}#graphiql{height:100vh}'),
  );
  router.get(
    '/graphql',
    (_request, response) => void response.set('content-security-policy', policy).type('html').send(page),
  );
  return router;
}

/** A browser that opens the address, and not a client that sends a query. */
export const wantsPage = (accept: string | undefined, search: string) =>
  Boolean(accept?.includes('text/html')) && !new URLSearchParams(search).has('query');
