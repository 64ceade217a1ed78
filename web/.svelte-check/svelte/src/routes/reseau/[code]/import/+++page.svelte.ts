///<reference types="svelte" />
;
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import { pillOf } from '$lib/intake/words.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Field from '$lib/ui/Field.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.intake;
  const refused = $derived(faultIn(form));
  const here = $derived(`/reseau/${data.network.code}/import`);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  data.network.name;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap stack`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: `/reseau/${data.network.code}`, label: data.network.name }],"current":words.title,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  if(data.forgotten){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.discarded,}});}}

   { svelteHTML.createElement("div", { "class":`two`,});
     { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,"drawn":true,}});
       { svelteHTML.createElement("form", {     "method":`post`,"enctype":`multipart/form-data`,"class":`fields`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {              "label":words.file,"name":`file`,"type":`file`,"accept":`.csv,.tsv,.txt,.json,.geojson,text/csv,application/json`,"required":true,"hint":words.fileHint,"error":refused ? wordRefusal(t, format, refused.refusal) : undefined,}});}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.send; Button}
       }
     Sheet}
     { svelteHTML.createElement("section", { "aria-labelledby":`acceptes`,});
       { svelteHTML.createElement("h2", { "id":`acceptes`,});words.accepted; }
       { svelteHTML.createElement("ul", { "class":`kinds small`,});
           for(let kind of __sveltets_2_ensureArray(words.kinds)){kind; { svelteHTML.createElement("li", {});kind; }}
       }
       { svelteHTML.createElement("p", { "class":`small`,}); { svelteHTML.createElement("a", {  "href":`${here}/modele.csv`,"download":true,});words.model; } }
       { svelteHTML.createElement("p", { "class":`small soft`,});words.limits; }
     }
   }

   { svelteHTML.createElement("section", { "aria-labelledby":`precedents`,});
     { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {    "id":`precedents`,"title":words.past,}});}
    if(data.batches.nodes.length > 0){
       { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
         { svelteHTML.createElement("ul", { "class":`rows`,});
             for(let batch of __sveltets_2_ensureArray(data.batches.nodes)){batch.id;
             { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("div", {});
                 { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`${here}/${batch.id}`,});batch.filename; } }
                 { svelteHTML.createElement("p", { "class":`small soft`,});
                  format.dateTime(batch.createdAt);  words.formats[batch.format];
                  if(batch.state === 'done'){ words.created(batch.counts.created); words.changed(
                      batch.counts.changed,
                    );}
                 }
               }
               { const $$_lliP5C = __sveltets_2_ensureComponent(Pill); new $$_lliP5C({ target: __sveltets_2_any(), props: {    "state":pillOf[batch.state],"label":words.states[batch.state],}});}
             }
          }
         }
       Sheet}
       { const $$_noitanigaP2C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP2C({ target: __sveltets_2_any(), props: {     "previous":data.batches.pageInfo.hasPreviousPage ? here : undefined,"next":data.batches.pageInfo.hasNextPage ? `${here}?apres=${data.batches.pageInfo.endCursor}` : undefined,}});}
    }else{
       { const $$_ytpmE2C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE2C({ target: __sveltets_2_any(), props: {      "title":words.none,"text":words.noneText,"level":3,}});}
    }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;