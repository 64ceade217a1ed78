import type { Mail } from '../../platform/mailer.ts';
import { type MailText, mails } from './mails.ts';
import { type DigestGroup, digestWords, footWords, groupsOf } from './mails/digest.ts';
import type { OutgoingMail } from './notice.entity.ts';
import { mailToken } from './subscription.service.ts';

/** Where the pages of notifications stand. */
const settingsPath = '/notifications/reglages';
export const stopPath = '/desabonnement/';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const link = (href: string, label: string, style = 'color:inherit') =>
  `<a href="${escape(href)}" style="${style}">${escape(label)}</a>`;
const paragraph = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;

interface Letter extends MailText {
  groups: DigestGroup[];
}

/** The words of a mail: of its one event, or of the digest that it is. */
function letterOf({ event, locale, params, items = [] }: OutgoingMail): Letter {
  if (event !== 'notice.digest') return { ...mails[event][locale](params), groups: [] };
  const words = digestWords[locale];
  const more = Number(params.more ?? 0);
  const count = items.length + more;
  return {
    subject: words.subject(params.digest === 'weekly' ? 'weekly' : 'daily', count),
    lines: [words.lead(count), ...(more > 0 ? [words.more(more)] : [])],
    groups: groupsOf(items, locale, String(params.zone ?? '')),
    button: { label: words.button, path: '/notifications' },
  };
}

const button =
  'display:inline-block;padding:12px 20px;border-radius:4px;background:#0b5c8f;color:#ffffff;font-weight:600;text-decoration:none';

/**
 * A mail as it leaves: the same words as text and as simple HTML, whose only colours are those of its button, so that a
 * dark reader may turn them over. Mails that may be stopped carry the link for it at the foot and in the headers of RFC 8058.
 */
export function compose(row: OutgoingMail, baseUrl: string, secret: string): Mail {
  const { locale, personId, scope } = row;
  const { subject, lines, groups, button: act } = letterOf(row);
  const hrefOf = (path: string) => new URL(path, baseUrl).href;
  const greeting = locale === 'fr' ? 'Bonjour,' : 'Hello,';
  const stop = personId && scope ? hrefOf(stopPath + mailToken(secret, personId, scope)) : undefined;
  const foot = footWords[locale];
  const why = scope && foot.why(foot.sorts[scope]);
  const text = [
    greeting,
    ...lines,
    ...groups.map(({ title, path, lines: rows }) =>
      [title, ...rows.map((row) => `- ${row}`), ...(path ? [hrefOf(path)] : [])].join('\n'),
    ),
    ...(act ? [`${act.label} : ${hrefOf(act.path)}`] : []),
    'Maillage',
    ...(stop && why ? [`-- \n${why}\n${foot.settle} : ${hrefOf(settingsPath)}\n${foot.stop} : ${stop}`] : []),
  ].join('\n\n');
  const html = [
    ...[greeting, ...lines].map((line) => paragraph(escape(line))),
    ...groups.map(
      ({ title, path, lines: rows }) =>
        `<h2 style="margin:24px 0 4px;font-size:17px">${path ? link(hrefOf(path), title) : escape(title)}</h2>` +
        `<ul style="margin:0 0 16px;padding-left:20px">${rows.map((row) => `<li style="margin:0 0 4px">${escape(row)}</li>`).join('')}</ul>`,
    ),
    ...(act ? [paragraph(link(hrefOf(act.path), act.label, button), 'margin-top:24px')] : []),
    paragraph('Maillage'),
    ...(stop && why
      ? [
          '<hr style="border:0;border-top:1px solid #888888;margin:24px 0 12px">',
          paragraph(
            `${escape(why)}<br>${link(hrefOf(settingsPath), foot.settle)} · ${link(stop, foot.stop)}`,
            'font-size:14px;line-height:1.7',
          ),
        ]
      : []),
  ].join('\n');
  return {
    to: row.to,
    subject,
    text,
    html: page(locale, subject, html),
    messageId: `<${row._id}@${new URL(baseUrl).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(stop && { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

const page = (locale: string, title: string, body: string) =>
  `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(title)}</title></head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:36rem;margin:0 auto">
${body}
</div></body></html>`;
