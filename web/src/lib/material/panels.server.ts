import { LotPhotos, Receipts, Seekers, Share } from './queries.server.ts';
import { figure, needSeen } from './rows.server.ts';

type Locals = App.Locals;

/** The photos of a lot; for its workshop, who looks for it. */
export async function stockPanel({ graph, locale }: Locals, id: string, isSignedIn: boolean) {
  const { data } = await graph.ask(LotPhotos, { id });
  const seekers = isSignedIn ? (await graph.ask(Seekers, { id })).data?.needsFor : undefined;
  return {
    photos: data?.listing.photos ?? [],
    seekers: seekers && {
      total: seekers.totalCount,
      nodes: seekers.nodes.map((match) => ({ ...match, need: needSeen(locale, match.need) })),
    },
  };
}
export type StockPanel = Awaited<ReturnType<typeof stockPanel>>;

/** What a pledge would come to, as the address asks (`essai`), and what has come in. */
export async function purchasePanel({ graph }: Locals, id: string, url: URL, isSignedIn: boolean) {
  const typed = (url.searchParams.get('essai') ?? '').slice(0, 12);
  const quantity = figure(typed) ?? 0;
  const { data } = await graph.ask(Receipts, { id });
  const asked = isSignedIn ? await graph.ask(Share, { id, quantity }) : undefined;
  return {
    typed,
    isSignedIn,
    isWrong: asked?.fault !== undefined,
    share: asked?.data?.purchaseShare,
    delivered: data?.listing.delivered ?? 0,
    receipts: data?.listing.receipts ?? [],
  };
}
export type PurchasePanel = Awaited<ReturnType<typeof purchasePanel>>;
