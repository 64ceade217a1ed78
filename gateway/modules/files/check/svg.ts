import { SaxesParser } from 'saxes';
import { Bad, caps, must } from './verdict.ts';

const elements = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan clipPath mask marker
   pattern linearGradient radialGradient stop`.split(/\s+/),
);

const attributes = new Set(
  `id class d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio transform
   gradientTransform gradientUnits patternTransform patternUnits patternContentUnits spreadMethod offset
   clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient pathLength
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
   stroke-dasharray stroke-dashoffset opacity color display visibility clip-path clip-rule mask marker-start marker-mid
   marker-end stop-color stop-opacity font-family font-size font-style font-weight text-anchor dominant-baseline
   letter-spacing word-spacing text-decoration dx dy rotate textLength lengthAdjust vector-effect version
   paint-order style href xlink:href xmlns xmlns:xlink xml:space`.split(/\s+/),
);

/** Nothing that names another address, runs, or hides a character behind an escape; `url()` only into the drawing itself. */
const safeValue = (value: string): boolean => {
  const rest = value.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/g, '');
  return !/url\s*\(|[\\<>]|:\s*\/\/|(?:java|vb)script|data\s*:|expression|@import|&/i.test(rest);
};

/** The declarations of a style that are properties allowed as attributes, with safe values. */
const safeStyle = (style: string): string =>
  style
    .split(';')
    .map((one) => one.trim())
    .filter((one) => {
      const [, property = '', value = ''] = /^([a-z-]+)\s*:\s*(.*)$/.exec(one) ?? [];
      return attributes.has(property) && property !== 'style' && !property.includes('href') && safeValue(value);
    })
    .join(';');

const namespaces: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/** The value to keep of an attribute, or undefined. */
function keptValue(name: string, value: string): string | undefined {
  if (!attributes.has(name)) return undefined;
  if (name in namespaces) return value === namespaces[name] ? value : undefined;
  if (name === 'href' || name === 'xlink:href') return /^#[\w.:-]+$/.test(value.trim()) ? value.trim() : undefined;
  if (name === 'style') return safeStyle(value) || undefined;
  return safeValue(value) ? value : undefined;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** One element as kept: how many are drawn in it, and what it repeats. */
interface Node {
  id?: string;
  uses?: string;
  children: Node[];
}

/** Elements that are drawn once every `use` has repeated what it names; refuses circles and bombs. */
function drawn(root: Node): number {
  const named = new Map<string, Node>();
  const gather = (node: Node) => {
    if (node.id !== undefined && !named.has(node.id)) named.set(node.id, node);
    node.children.forEach(gather);
  };
  gather(root);
  const known = new Map<Node, number>();
  const under = new Set<Node>();
  const count = (node: Node): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    must(!under.has(node), 'dangerous');
    under.add(node);
    const repeated = node.uses === undefined ? undefined : named.get(node.uses);
    let total = 1 + (repeated ? count(repeated) : 0);
    for (const child of node.children) total += count(child);
    must(total <= caps.svgElements, 'dangerous');
    under.delete(node);
    known.set(node, total);
    return total;
  };
  return count(root);
}

export const isSvg = (text: string): boolean =>
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,10000}?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?<(?:\w+:)?svg[\s>/]/.test(
    text.slice(0, 64 * 1024),
  );

/** A link is a group without its address: what it holds is still drawn. */
const plain = (name: string) => (name === 'a' ? 'g' : name);

const opening = (name: string, kept: readonly string[]) => `<${name}${kept.map((one) => ` ${one}`).join('')}>`;

/** Writes a drawing again from the elements and attributes of a list: what is not on it is not copied. */
export function cleanSvg(text: string): { text: string; cleaned: boolean } {
  const parser = new SaxesParser();
  const out: string[] = [];
  const stack: (Node | undefined)[] = [];
  let root: Node | undefined;
  let [skipped, cleaned, total] = [0, false, 0];
  parser.on('doctype', (doctype) => {
    // The usual public identifier is dropped; a subset could define entities.
    must(!doctype.includes('['), 'dangerous');
    cleaned = true;
  });
  parser.on('error', () => {
    throw new Bad('broken');
  });
  parser.on('opentag', ({ name: told, attributes: given }) => {
    const name = plain(told);
    must(++total <= caps.svgElements && stack.length < caps.xmlDepth, 'tooComplex');
    if (skipped > 0 || !elements.has(name)) {
      skipped += 1;
      cleaned = true;
      stack.push(undefined);
      return;
    }
    const values = Object.entries(given as Record<string, string>).map(([key, value]) => [key, keptValue(key, value)]);
    cleaned ||= told !== name || values.some(([key, value]) => value !== (given as Record<string, string>)[key!]);
    const kept = new Map(values.filter((pair): pair is [string, string] => pair[1] !== undefined));
    if (stack.length === 0) {
      must(name === 'svg');
      kept.set('xmlns', namespaces.xmlns!);
      if (text.includes('xlink:')) kept.set('xmlns:xlink', namespaces['xmlns:xlink']!);
    }
    const uses = (kept.get('href') ?? kept.get('xlink:href'))?.slice(1);
    const node: Node = { children: [], ...(kept.has('id') && { id: kept.get('id')! }), ...(uses && { uses }) };
    stack.at(-1)?.children.push(node);
    root ??= node;
    stack.push(node);
    const written = [...kept].map(([key, value]) => `${key}="${escaped(value)}"`);
    out.push(opening(name, written));
  });
  parser.on('closetag', ({ name }) => {
    if (stack.pop() === undefined) skipped -= 1;
    else out.push(`</${plain(name)}>`);
  });
  parser.on('text', (words) => {
    if (skipped === 0 && stack.length > 0) out.push(escaped(words));
  });
  parser.on('cdata', () => void (cleaned = true));
  parser.on('processinginstruction', () => void (cleaned = true));
  parser.write(text).close();
  must(root !== undefined);
  drawn(root);
  return { text: out.join(''), cleaned };
}
