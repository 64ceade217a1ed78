import { Agent, request } from 'node:http';
import type { Operation } from './subjects.ts';

/** A browser's part, as cheap as can be: what is measured is the other end. */
export class Visitor {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #send(path: string, method: string, body?: string, more: Record<string, string> = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'accept-language': 'fr',
        ...more,
      };
      const sent = request(`${this.#origin}${path}`, { method, agent: this.#agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 400)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  page(path: string): Promise<string> {
    return this.#send(path, 'GET');
  }

  /** Throws on any error in the answer: a refused question is quick, and says nothing. */
  async ask<Data>({ headers, ...operation }: Operation): Promise<Data> {
    const answer = JSON.parse(await this.#send('/graphql', 'POST', JSON.stringify(operation), headers)) as {
      data: Data;
      errors?: { message: string }[];
    };
    if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 600));
    return answer.data;
  }

  close(): void {
    this.#agent.destroy();
  }
}
