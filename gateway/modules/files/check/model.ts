import { SaxesParser } from 'saxes';
import { namesOf, readZip } from './archive.ts';
import { Bad, caps, must } from './verdict.ts';

const isModel = (name: string) => /^\/?3D\/[^/]+\.model$/i.test(name);

export const isThreeMf = async (bytes: Buffer): Promise<boolean> => (await namesOf(bytes)).some(isModel);

/** The counts of a mesh while it is read. */
interface Mesh {
  vertices: number;
  triangles: number;
}

function vertex(attributes: Record<string, string>): void {
  for (const axis of ['x', 'y', 'z']) {
    const text = attributes[axis];
    must(text !== undefined && text.trim() !== '' && Number.isFinite(Number(text)));
  }
}

function triangle(attributes: Record<string, string>, { vertices }: Mesh): void {
  for (const corner of ['v1', 'v2', 'v3']) {
    const index = Number(attributes[corner]);
    must(Number.isInteger(index) && index >= 0 && index < vertices);
  }
}

/** A 3MF: a zip under its caps, whose model is XML without a document type, with triangles between vertices that are there. */
export async function readThreeMf(bytes: Buffer): Promise<void> {
  const model = await readZip(bytes, isModel);
  must(model !== undefined);
  const parser = new SaxesParser();
  let mesh: Mesh = { vertices: 0, triangles: 0 };
  let [all, root, depth] = [0, '', 0];
  parser.on('doctype', () => {
    throw new Bad('dangerous');
  });
  parser.on('error', () => {
    throw new Bad('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    must(++depth <= caps.xmlDepth, 'tooComplex');
    root ||= name;
    const local = name.replace(/^.*:/, '');
    if (local === 'mesh') mesh = { vertices: 0, triangles: 0 };
    else if (local === 'vertex') {
      vertex(attributes);
      mesh.vertices += 1;
    } else if (local === 'triangle') {
      triangle(attributes, mesh);
      must(++all <= caps.triangles, 'tooComplex');
    }
  });
  parser.on('closetag', () => void (depth -= 1));
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(model)).close();
  must(root.replace(/^.*:/, '') === 'model' && all > 0);
}
