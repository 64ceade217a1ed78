/** Where to go after signing in: a path of this site, else home. `//host`, `/\host` and other schemes are not paths. */
export function suiteOf(wish: string | null | undefined): string {
  if (!wish || !/^\/(?![/\\])/.test(wish) || /[\u0000-\u001F\\]/.test(wish)) return '/';
  const url = new URL(wish, 'http://here.invalid');
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : '/';
}
