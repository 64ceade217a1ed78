import { corpus, haveCorpora } from '../../support/corpora.ts';

/** Strings in the ways that databases, templates, shells, mails, tables and pages are attacked, and that plain text is not. */
export const sharp = [
  '{"$ne": null}',
  '{"$gt": ""}',
  '[$ne]=1',
  "' || '1'=='1",
  "'; return true; var a='",
  "$where: 'sleep(2000)'",
  '{"$regex": "(a+)+$"}',
  '(a+)+$',
  '.*',
  '^',
  '[',
  '\\',
  '*?+{}()',
  '$',
  '$$ROOT',
  '$name',
  'a.b.c',
  '__proto__',
  'constructor',
  'toString',
  '{{7*7}}${7*7}<%= 7*7 %>',
  '../../../../etc/passwd',
  '%00%0d%0aSet-Cookie: a=b',
  'x\r\nBcc: victim@example.org',
  '=HYPERLINK("http://evil.example")',
  '`touch /tmp/x`; $(id)',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '\u202Egnp.exe',
  'e\u0301 \u00E9 ﬁ ℌ',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\u0001\u0007\u001B[31m\u007F\u0085',
  ' \u00A0\u200B\uFEFF',
  '',
  '   ',
  'null',
  'undefined',
  '-1e999',
  '9007199254740993',
  '0'.repeat(64),
] as const;

/** Texts that no operation keeps: too long for any field, or such that BSON and UTF-8 cannot hold them as they were typed. */
export const hopeless = ['x'.repeat(60_000), 'é'.repeat(30_000), 'a\0b', '\uD800', 'b\uDFFFc'] as const;

const lines = (text: string) => text.split(/\r?\n/).filter(Boolean);

/** The outside strings: MongoDB injections, the naughty strings, the XSS polyglots. */
export const outside: readonly string[] = haveCorpora
  ? [
      ...lines(corpus('nosql/cr0hn_mongodb_nosqli.txt')),
      ...(JSON.parse(corpus('naughty-strings/blns.json')) as string[]),
      ...lines(corpus('naughty-strings/patt_XSS_Polyglots.txt')),
    ]
  : [];

/** Values that are no text. */
export const objects = [{ $ne: null }, { $gt: '' }, { $where: 'true' }, { $regex: '.*' }, [{ $ne: 1 }]] as const;
