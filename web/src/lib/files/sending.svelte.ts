import type { Upload } from 'tus-js-client';
import type { FilePurpose } from '$schema/files.ts';
import { now } from '../clock.ts';
import type { Refusal } from '../graph/fault.ts';
import { forgetLeft, isSame, keepLeft, type Left, leftOver } from './left.ts';

export type Stage = 'waits' | 'sends' | 'checks' | 'cut' | 'kept' | 'refused' | 'failed';

/** One file on its way, as the page shows it. */
export class Sent {
  stage = $state<Stage>('waits');
  done = $state(0);
  refusal = $state<Refusal>();
  upload: Upload | undefined;

  constructor(
    readonly file: File,
    readonly alt: string,
  ) {}
}

const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];
const busy: readonly Stage[] = ['waits', 'sends', 'checks', 'cut'];

const refusalIn = (body: string | undefined): Refusal | undefined => {
  try {
    const said = JSON.parse(body ?? '') as Partial<Refusal>;
    return typeof said.key === 'string' ? { key: said.key, params: said.params ?? {} } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The files that a page sends for one thing, two at a time. The library that sends is fetched when the first is chosen;
 * a lost connection is waited for; what a reload cut is taken up when the same file is chosen again.
 */
export class Sending {
  files = $state<Sent[]>([]);
  left = $state<Left[]>([]);
  readonly #purpose: FilePurpose;
  readonly #subjectId: string;
  readonly #onkept: () => void;

  constructor(purpose: FilePurpose, subjectId: string, onkept: () => void) {
    this.#purpose = purpose;
    this.#subjectId = subjectId;
    this.#onkept = onkept;
  }

  get active(): boolean {
    return this.files.some(({ stage }) => busy.includes(stage));
  }

  /** Looks for what a reload cut. For the browser alone. */
  remember(): void {
    this.left = leftOver(now().getTime()).filter(
      (one) => one.purpose === this.#purpose && one.subjectId === this.#subjectId,
    );
  }

  add(chosen: Iterable<File>, alt: string): void {
    for (const file of chosen) this.files.push(new Sent(file, alt));
    this.#next();
  }

  /** Again from where it was. */
  retry(sent: Sent): void {
    sent.refusal = undefined;
    sent.stage = 'waits';
    this.#next();
  }

  /** All that waits for the connection goes on. */
  resume(): void {
    for (const sent of this.files) if (sent.stage === 'cut' || sent.stage === 'failed') this.retry(sent);
  }

  async cancel(sent: Sent): Promise<void> {
    const { upload } = sent;
    this.files = this.files.filter((one) => one !== sent);
    if (upload?.url) this.forget(upload.url);
    await upload?.abort(true).catch(() => undefined);
    this.#next();
  }

  forget(href: string): void {
    forgetLeft(href, now().getTime());
    this.remember();
  }

  #next(): void {
    const running = this.files.filter(({ stage }) => stage === 'sends' || stage === 'checks').length;
    for (const sent of this.files.filter(({ stage }) => stage === 'waits').slice(0, Math.max(0, 2 - running))) {
      sent.stage = 'sends';
      void this.#start(sent).catch(() => this.#end(sent, navigator.onLine ? 'failed' : 'cut'));
    }
  }

  async #ticketFor({ file, alt }: Sent): Promise<{ href: string; ticket: string } | Refusal> {
    const before = this.left.find((one) => isSame(one, file));
    if (before) return before;
    const answer = await fetch('/envois', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        purpose: this.#purpose,
        subjectId: this.#subjectId,
        name: file.name,
        alt,
        bytes: file.size,
      }),
    });
    return (await answer.json()) as { href: string; ticket: string } | Refusal;
  }

  async #start(sent: Sent): Promise<void> {
    if (sent.upload) return sent.upload.start();
    const { file } = sent;
    const ticket = await this.#ticketFor(sent);
    if ('key' in ticket) return this.#refuse(sent, ticket);
    const { Upload } = await import('tus-js-client');
    const { href } = ticket;
    const kept = { purpose: this.#purpose, subjectId: this.#subjectId, name: file.name, size: file.size };
    const at = now().getTime();
    keepLeft({ ...kept, modified: file.lastModified, href, ticket: ticket.ticket, at }, at);
    sent.upload = new Upload(file, {
      uploadUrl: href,
      headers: { 'upload-ticket': ticket.ticket },
      retryDelays,
      storeFingerprintForResuming: false,
      onProgress: (bytes, total) => {
        sent.done = total ? Math.floor((bytes / total) * 100) : 0;
        sent.stage = bytes === total ? 'checks' : 'sends';
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        if (status === 0) sent.stage = 'cut';
        return status === 0 || status === 409 || status === 423 || status >= 500;
      },
      onSuccess: () => {
        this.forget(href);
        this.#end(sent, 'kept');
        this.#onkept();
      },
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : undefined;
        const refusal = refusalIn(answer?.getBody());
        if (refusal || (answer && answer.getStatus() >= 400 && answer.getStatus() < 500)) {
          this.forget(href);
          return this.#refuse(sent, refusal ?? { key: 'files.ticketOver', params: {} });
        }
        this.#end(sent, navigator.onLine ? 'failed' : 'cut');
      },
    });
    sent.upload.start();
  }

  #refuse(sent: Sent, refusal: Refusal): void {
    sent.upload = undefined;
    sent.refusal = refusal;
    this.#end(sent, 'refused');
  }

  #end(sent: Sent, stage: Stage): void {
    sent.stage = stage;
    this.#next();
  }
}
