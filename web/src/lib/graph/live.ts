const soon = (attempt: number) => Math.min(30_000, 500 * 2 ** attempt) * (0.75 + Math.random() / 2);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Listens to the gateway from the browser, for ever, through lost connections; returns how to stop.
 * The page re-reads what changed (`invalidateAll`): the event says when, not what.
 * After a reconnection `onEvent` runs once without data, since something may have been missed.
 */
export function live<Data>(query: string, onEvent: (data: Data | undefined) => void): () => void {
  let stopped = false;
  let dispose = () => {};
  void import('graphql-sse').then(({ createClient }) => {
    if (stopped) return;
    const client = createClient({
      url: '/graphql/stream',
      singleConnection: false,
      retryAttempts: Infinity,
      retry: (attempt) => pause(soon(attempt)),
    });
    let connections = 0;
    const unsubscribe = client.subscribe<Data>(
      { query },
      { next: ({ data }) => onEvent(data ?? undefined), error: () => {}, complete: () => {} },
      { connected: () => void (connections++ > 0 && onEvent(undefined)) },
    );
    dispose = () => {
      unsubscribe();
      client.dispose();
    };
  });
  return () => {
    stopped = true;
    dispose();
  };
}
