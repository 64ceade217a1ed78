///<reference types="svelte" />
;
import type { HappeningKey } from '$schema/events.ts';
import { watchLoans } from '$lib/borrowing/watch.svelte.ts';
import { useI18n } from '$lib/i18n/index.ts';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.happenings;
  watchLoans();

  /** Where each sort of thing is seen; the rest has no page of its own. */
  const pages: Partial<Record<string, (id: string) => string>> = {
    loan: (id) => `/echanges/${id}`,
    request: (id) => `/demandes/${id}`,
    offer: (id) => `/offres/${id}`,
  };
  const rows = $derived(
    data.happenings.nodes.map(({ id, topic, subjectId, event, at, subjectName, subjectCode }) => ({
      id,
      at,
      about: [subjectName, subjectCode].filter(Boolean).join(', '),
      text: words.events[event as HappeningKey] ?? words.other,
      href: pages[topic]?.(subjectId),
    })),
  );
  const { pageInfo } = $derived(data.happenings);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  if(rows.length > 0){
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       { svelteHTML.createElement("ol", {});
           for(let row of __sveltets_2_ensureArray(rows)){row.id;
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("time", { "datetime":row.at,});format.day(row.at, data.now); format.time(row.at); }
            if(row.href){ { svelteHTML.createElement("a", { "href":row.href,});row.text; }}else{ { svelteHTML.createElement("span", {});row.text; }}
            if(row.about){ { svelteHTML.createElement("span", { "class":`soft small`,});row.about; }}
           }
        }
       }
     Sheet}
  }else{
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":words.emptyTitle,"text":words.emptyText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/trouver`,}});t.borrowing.list.find; Button}  Empty}
  }
   { const $$_noitanigaP1C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP1C({ target: __sveltets_2_any(), props: {     "previous":data.after ? '/notifications' : undefined,"next":pageInfo.hasNextPage ? `/notifications?apres=${pageInfo.endCursor}` : undefined,}});}
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;