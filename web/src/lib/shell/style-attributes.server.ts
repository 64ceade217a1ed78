import { createHash } from 'node:crypto';

const tag = /<[a-z][\w-]*(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/gi;
const attribute = / style="([^"]*)"/;
const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&#39;': "'" };

/** What is left where the page's own style sheet of these goes. */
export const STYLES = '%maillage.styles%';

/**
 * Moves the lengths that pages write in `style` attributes into one style sheet: the policy of content can name a sheet by
 * its hash, and an attribute only by letting every one in. Scripts set them afresh once they run, which the policy allows.
 */
export function sheetOf(html: string): { html: string; css: string; hash: string } {
  const numbers = new Map<string, number>();
  const moved = html.replace(tag, (whole) =>
    whole.replace(attribute, (_all, escaped: string) => {
      const declarations = escaped.replace(/&(?:quot|amp|lt|#39);/g, (entity) => entities[entity]!);
      if (/[{}<]/.test(declarations)) return '';
      const number = numbers.get(declarations) ?? numbers.size;
      numbers.set(declarations, number);
      return ` data-s="${number}"`;
    }),
  );
  const css = [...numbers].map(([declarations, number]) => `[data-s="${number}"]{${declarations}}`).join('');
  return { html: moved, css, hash: createHash('sha256').update(css).digest('base64') };
}
