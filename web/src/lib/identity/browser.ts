const browsers = [
  ['Edge', /\bEdg\w*\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|Chromium|CriOS)\//],
  ['Safari', /Version\/.*Safari\//],
] as const;

const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
] as const;

/** Names that a person knows for what a browser says that it is. */
export const browserOf = (userAgent: string) => ({
  browser: browsers.find(([, mark]) => mark.test(userAgent))?.[0],
  system: systems.find(([, mark]) => mark.test(userAgent))?.[0],
});
