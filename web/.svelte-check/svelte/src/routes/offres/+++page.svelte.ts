///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import OfferRow from '$lib/production/OfferRow.svelte';
import { watchExchange } from '$lib/production/watch.svelte.ts';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Head from '$lib/ui/Head.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t } = useI18n();
  const words = t.production.offers;
  watchExchange();

  const making = new Set(['awarded', 'in_production', 'delivered']);
  const answered = $derived(data.answered?.nodes ?? []);
  const isRunning = (offer: (typeof answered)[number]) =>
    offer.state === 'accepted' && making.has(offer.request.state ?? '');
  const groups = $derived(
    [
      { title: words.toAnswer, rows: data.after ? [] : data.open, drawn: true },
      { title: words.running, rows: answered.filter(isRunning), drawn: false },
      { title: words.over, rows: answered.filter((offer) => !isRunning(offer)), drawn: false },
    ].filter(({ rows }) => rows.length > 0),
  );
  const next = $derived(
    data.answered?.pageInfo.hasNextPage ? `/offres?apres=${data.answered.pageInfo.endCursor ?? ''}` : undefined,
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { svelteHTML.createElement("div", { "class":`page-head`,});
    if(data.workshop){ { svelteHTML.createElement("p", { "class":`soft small`,});data.workshop.name; }}
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  if(!data.workshop){
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.choose,"text":words.chooseText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/ateliers`,}});t.shell.nav.workshops; Button}  Empty}
  }else{
    if(data.open.length === 0 && !data.after){
       { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.emptyTitle,"text":words.emptyText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/bureau`,}});t.shell.nav.desk; Button} Empty}
    }
       for(let group of __sveltets_2_ensureArray(groups)){group.title;
       { svelteHTML.createElement("section", {});
         { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {  "title":group.title,}});}
         { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"drawn":group.drawn,}});
           { svelteHTML.createElement("ul", {});
               for(let offer of __sveltets_2_ensureArray(group.rows)){offer.id; { const $$_woRreffO4C = __sveltets_2_ensureComponent(OfferRow); new $$_woRreffO4C({ target: __sveltets_2_any(), props: {   offer,"now":data.now,}});}}
           }
         Sheet}
       }
    }
     { const $$_noitanigaP1C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP1C({ target: __sveltets_2_any(), props: {   "previous":data.after ? '/offres' : undefined,next,}});}
  }
 }
};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;