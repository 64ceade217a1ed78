import type { RequestEvent } from '@sveltejs/kit';
import type { FilePurpose } from '$schema/files.ts';
import { limits } from '$schema/vocabulary.ts';
import { text } from '../forms/values.ts';
import { bridge, gatewayUrl } from '../graph/bridge.server.ts';
import type { Refusal } from '../graph/fault.ts';
import { graphql } from '../graph/generated/index.ts';

export const OpenUpload = graphql(`
  mutation OpenUpload($input: OpenUploadInput!) {
    openUpload(input: $input) {
      id
      ticket
      href
      expiresAt
    }
  }
`);

const OpenDownload = graphql(`
  mutation OpenDownload($id: ID!) {
    openDownload(fileId: $id)
  }
`);

const RemoveFile = graphql(`
  mutation RemoveFile($id: ID!) {
    removeFile(fileId: $id)
  }
`);

/** The name of the field in which every form puts its files. */
const field = 'fichiers';

const chosenIn = (form: FormData): File[] =>
  form.getAll(field).filter((one): one is File => one instanceof File && one.size > 0);

const headersOf = ({ request, locals }: RequestEvent): Record<string, string> => ({
  cookie: request.headers.get('cookie') ?? '',
  ...(locals.acting ? { 'x-acting-for': locals.acting } : {}),
});

/** Sends one file as the browser would, in one stretch: the same ticket, the same check. */
async function sendOne(event: RequestEvent, purpose: FilePurpose, subjectId: string, file: File, alt: string) {
  const input = { purpose, subjectId, name: file.name.slice(0, 240), alt: alt.slice(0, limits.line), bytes: file.size };
  const { data, fault } = await event.locals.graph.mutate(OpenUpload, { input });
  if (fault) return fault.refusal;
  const { href, ticket } = data.openUpload;
  const init = {
    method: 'PATCH',
    headers: {
      ...headersOf(event),
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'upload-ticket': ticket,
      'content-type': 'application/offset+octet-stream',
      'content-length': String(file.size),
    },
    body: await file.arrayBuffer(),
  };
  const gateway = bridge();
  const answer = gateway
    ? await gateway.files(new Request(new URL(href, event.url), init))
    : await fetch(gatewayUrl() + href, init);
  if (answer.ok) return undefined;
  return (await answer.json().catch(() => ({ key: 'web.failed', params: {} }))) as Refusal;
}

/** Sends the files that a form holds, one after the other. The first refusal, or nothing when all are kept. */
export async function sendChosen(
  event: RequestEvent,
  purpose: FilePurpose,
  subjectId: string,
  form: FormData,
): Promise<Refusal | undefined> {
  for (const file of chosenIn(form)) {
    const refusal = await sendOne(event, purpose, subjectId, file, text(form, 'alt'));
    if (refusal) return refusal;
  }
  return undefined;
}

/** The same, for a form that is there for its files: none is a fault. */
export const sendForm = async (event: RequestEvent, purpose: FilePurpose, subjectId: string, form: FormData) =>
  chosenIn(form).length === 0
    ? { key: 'files.refused', params: { fault: 'empty' } }
    : sendChosen(event, purpose, subjectId, form);

export async function removeFile(event: RequestEvent, form: FormData): Promise<Refusal | undefined> {
  return (await event.locals.graph.mutate(RemoveFile, { id: text(form, 'fileId') })).fault?.refusal;
}

/** Where the browser gets a file, by a ticket of its own; or why not. */
export async function downloadOf(event: RequestEvent, form: FormData) {
  const { data, fault } = await event.locals.graph.mutate(OpenDownload, { id: text(form, 'fileId') });
  return fault ? { refusal: fault.refusal } : { path: data.openDownload };
}
