///<reference types="svelte" />
;
import LoanRow from '$lib/borrowing/LoanRow.svelte';
import { watchLoans } from '$lib/borrowing/watch.svelte.ts';
import { useI18n } from '$lib/i18n/index.ts';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Head from '$lib/ui/Head.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import Tabs from '$lib/ui/Tabs.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t } = useI18n();
  const words = t.borrowing.list;
  watchLoans();

  const over = new Set(['closed', 'declined', 'cancelled', 'lapsed', 'no_show']);
  const groups = $derived.by(() => {
    const rows = data.loans.nodes;
    const isYours = (loan: (typeof rows)[number]) => Boolean(loan.side && loan.turns.includes(loan.side));
    return [
      { title: words.yours, rows: rows.filter(isYours) },
      { title: words.running, rows: rows.filter((loan) => !isYours(loan) && !over.has(loan.status)) },
      { title: words.over, rows: rows.filter((loan) => !isYours(loan) && over.has(loan.status)) },
    ].filter(({ rows }) => rows.length > 0);
  });
  const lends = $derived(data.viewer?.acting?.scope === 'workshop');
  const tabs = $derived(
    (
      [
        ['tout', words.both],
        ['prete', words.lender],
        ['emprunte', words.borrower],
      ] as const
    ).map(([which, label]) => ({
      href: which === 'tout' ? '/echanges' : `/echanges?cote=${which}`,
      label,
      current: data.which === which,
    })),
  );
  const next = $derived(
    data.loans.pageInfo.hasNextPage
      ? `/echanges?${new URLSearchParams({ ...(data.which !== 'tout' && { cote: data.which }), apres: data.loans.pageInfo.endCursor ?? '' })}`
      : undefined,
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
    if(lends){ { const $$_sbaT2C = __sveltets_2_ensureComponent(Tabs); new $$_sbaT2C({ target: __sveltets_2_any(), props: {   "label":words.sides,tabs,}});}}
   }
     for(let group of __sveltets_2_ensureArray(groups)){group.title;
     { svelteHTML.createElement("section", {});
       { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {  "title":group.title,}});}
       { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
         { svelteHTML.createElement("ul", {});
             for(let loan of __sveltets_2_ensureArray(group.rows)){loan.id; { const $$_woRnaoL4C = __sveltets_2_ensureComponent(LoanRow); new $$_woRnaoL4C({ target: __sveltets_2_any(), props: {   loan,"now":data.now,}});}}
         }
       Sheet}
     }
  }
    const lent = data.which === 'prete';
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":lent ? words.emptyLender : words.emptyTitle,"text":lent ? words.emptyLenderText : words.emptyText,}});
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/trouver`,}});words.find; Button}
     Empty}
  
   { const $$_noitanigaP1C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP1C({ target: __sveltets_2_any(), props: {   "previous":data.after ? tabs.find(({ current }) => current)?.href : undefined,next,}});}
 }
};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;