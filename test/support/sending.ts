import sharp from 'sharp';
import type { FilePurpose } from '../../schema/files.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import type { TestApp } from './app.ts';

const OPEN = `mutation ($input: OpenUploadInput!) { openUpload(input: $input) { id ticket href } }`;

export interface Ticket {
  id: string;
  ticket: string;
  href: string;
}

/** A photo as a camera writes it, with what it hides in it. */
export const picture = (width = 2400, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#8a5' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Secret', Copyright: 'Secret' }, IFD3: { GPSLatitude: '47/1 35/1 0/1' } })
    .toBuffer();

/** The smallest document that is one. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Sending files as the browser does, one request at a time. */
export function sending(world: TestApp) {
  const ticketFor = async (viewer: PersonViewer, purpose: FilePurpose, subjectId: string, bytes: number, more = {}) =>
    (
      await world.get<{ openUpload: Ticket }>(viewer, OPEN, {
        input: { purpose, subjectId, bytes, name: 'C:\\photos\\état.php.jpg', alt: 'Vu de face', ...more },
      })
    ).openUpload;
  const headersOf = async (viewer: PersonViewer, ticket: string) => ({
    ...(await world.signedIn(viewer)),
    'upload-ticket': ticket,
    'tus-resumable': '1.0.0',
  });
  const patch = async (url: string, viewer: PersonViewer, { href, ticket }: Ticket, offset: number, body: Uint8Array) =>
    fetch(url + href, {
      method: 'PATCH',
      headers: {
        ...(await headersOf(viewer, ticket)),
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: new Uint8Array(body),
    });
  return {
    OPEN,
    ticketFor,
    patch,
    headersOf,
    head: async (url: string, viewer: PersonViewer, { href, ticket }: Ticket) =>
      fetch(url + href, { method: 'HEAD', headers: await headersOf(viewer, ticket) }),
    send: async (
      url: string,
      viewer: PersonViewer,
      purpose: FilePurpose,
      subjectId: string,
      bytes: Uint8Array,
      more = {},
    ) => patch(url, viewer, await ticketFor(viewer, purpose, subjectId, bytes.length, more), 0, bytes),
  };
}
