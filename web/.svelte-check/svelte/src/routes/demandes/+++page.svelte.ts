///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import { requestPill } from '$lib/production/pills.ts';
import { watchExchange } from '$lib/production/watch.svelte.ts';
import Button from '$lib/ui/Button.svelte';
import Code from '$lib/ui/Code.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Head from '$lib/ui/Head.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.production.list;
  watchExchange();

  type Row = PageProps['data']['requests']['nodes'][number];
  const ended = new Set<Row['state']>(['done', 'cancelled']);
  const groups = $derived(
    [
      { title: words.running, rows: data.requests.nodes.filter(({ state }) => state !== 'draft' && !ended.has(state)) },
      { title: words.drafts, rows: data.requests.nodes.filter(({ state }) => state === 'draft') },
      { title: words.over, rows: data.requests.nodes.filter(({ state }) => ended.has(state)) },
    ].filter(({ rows }) => rows.length > 0),
  );
  const href = ({ id, state }: Row) => (state === 'draft' ? `/demandes/nouvelle?brouillon=${id}` : `/demandes/${id}`);
  function detail({ offers, lab, parts, mustHaveBy }: Row): string {
    const open = offers.find(({ state }) => state === 'proposed' || state === 'viewed');
    return [
      mustHaveBy ? words.by(format.shortDate(mustHaveBy, data.now)) : '',
      parts.length > 1 ? words.parts(parts.length) : '',
      open ? words.at(open.lab.name, format.dateTime(open.expiresAt, data.now)) : lab ? words.made(lab.name) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
  const next = $derived(
    data.requests.pageInfo.hasNextPage ? `/demandes?apres=${data.requests.pageInfo.endCursor ?? ''}` : undefined,
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
    if(groups.length > 0){ { svelteHTML.createElement("div", {}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/demandes/nouvelle`,}});words.add; Button} }}
   }
     for(let group of __sveltets_2_ensureArray(groups)){group.title;
     { svelteHTML.createElement("section", {});
       { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {  "title":group.title,}});}
       { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
         { svelteHTML.createElement("ul", {});
             for(let request of __sveltets_2_ensureArray(group.rows)){request.id;
            const pill = requestPill(t, request.state);
             { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("div", {});
                 { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":href(request),});request.title || words.untitled; }  { const $$_edoC7C = __sveltets_2_ensureComponent(Code); new $$_edoC7C({ target: __sveltets_2_any(), props: {  "code":request.code,}});} }
                 { svelteHTML.createElement("p", { "class":`soft small`,});detail(request); }
               }
               { const $$_lliP5C = __sveltets_2_ensureComponent(Pill); new $$_lliP5C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}
             }
          }
         }
       Sheet}
     }
  }
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.emptyTitle,"text":words.emptyText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/demandes/nouvelle`,}});words.add; Button}  Empty}
  
   { const $$_noitanigaP1C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP1C({ target: __sveltets_2_any(), props: {   "previous":data.after ? '/demandes' : undefined,next,}});}
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;