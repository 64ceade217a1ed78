import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { filePurposeNames } from '$schema/files.ts';
import { OpenUpload } from '$lib/files/send.server.ts';

const textIn = (body: Record<string, unknown>, name: string) =>
  typeof body[name] === 'string' ? body[name].slice(0, 240) : '';

/** A ticket for the scripts of a page, which then send the file themselves. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const body = (await request.json().catch(() => ({}))) as Record<string, unknown>;
  const purpose = filePurposeNames.find((name) => name === body.purpose);
  if (!purpose) return json({ key: 'platform.invalid', params: {} }, { status: 422 });
  const input = {
    purpose,
    subjectId: textIn(body, 'subjectId'),
    name: textIn(body, 'name'),
    alt: textIn(body, 'alt').slice(0, 200),
    bytes: Number.isSafeInteger(body.bytes) ? (body.bytes as number) : 0,
  };
  const { data, fault } = await locals.graph.mutate(OpenUpload, { input });
  return fault ? json(fault.refusal, { status: fault.status }) : json(data.openUpload, { status: 201 });
};
