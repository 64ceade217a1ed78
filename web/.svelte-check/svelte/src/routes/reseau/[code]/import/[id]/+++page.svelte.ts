///<reference types="svelte" />
;
import { invalidate } from '$app/navigation';
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import FaultList from '$lib/intake/FaultList.svelte';
import Matching from '$lib/intake/Matching.svelte';
import Outcome from '$lib/intake/Outcome.svelte';
import { isUnderWay, pillOf } from '$lib/intake/words.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.intake;
  const refused = $derived(faultIn(form));
  const batch = $derived(data.batch);
  const { code, name } = $derived(data.network);
  const underWay = $derived(isUnderWay(batch.state));
  const asks = $derived(batch.state === 'received' || batch.state === 'ready');
  const isOver = $derived(['done', 'undoing', 'undone', 'stopped'].includes(batch.state));

  $effect(() => {
    // Read again at each answer, until it is over.
    if (!underWay || !data) return;
    const timer = setTimeout(() => void invalidate('import'), 700);
    return () => clearTimeout(timer);
  });
;
async () => {

 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("title", {});batch.filename;  words.title;  t.shell.name; }
  if(underWay){ { svelteHTML.createElement("noscript", {}); { svelteHTML.createElement("meta", {    "http-equiv":`refresh`,"content":`2`,});} }}
 }

 { svelteHTML.createElement("div", { "class":`wrap stack`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {     "trail":[
      { href: `/reseau/${code}`, label: name },
      { href: `/reseau/${code}/import`, label: words.title },
    ],"current":batch.filename,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});batch.filename; }
     { svelteHTML.createElement("p", { "class":`row`,}); { const $$_lliP3C = __sveltets_2_ensureComponent(Pill); new $$_lliP3C({ target: __sveltets_2_any(), props: {    "state":pillOf[batch.state],"label":words.states[batch.state],}});} }
   }
  if(refused){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":wordRefusal(t, format, refused.refusal),}});}}

  if(underWay){
     { svelteHTML.createElement("div", {   "class":`progress`,"role":`status`,});
       { svelteHTML.createElement("label", { "for":`progres`,});words.states[batch.state]; }
      if(batch.state === 'checking'){
         { svelteHTML.createElement("progress", { "id":`progres`,}); }
      }else{
         { svelteHTML.createElement("progress", {     "id":`progres`,"value":batch.done,"max":Math.max(1, batch.total),}); }
         { svelteHTML.createElement("span", { "class":`figure`,});words.progress(batch.done, batch.total); }
      }
       { svelteHTML.createElement("span", { "class":`small soft`,});words.working; }
     }
  }

  if(isOver){ { const $$_emoctuO1C = __sveltets_2_ensureComponent(Outcome); new $$_emoctuO1C({ target: __sveltets_2_any(), props: {  batch,code,}});}}

  if(batch.state === 'ready'){
     { svelteHTML.createElement("section", { "aria-labelledby":`apercu`,});
       { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {    "id":`apercu`,"title":words.preview,}});}
        { const $$_emoctuO2C = __sveltets_2_ensureComponent(Outcome); new $$_emoctuO2C({ target: __sveltets_2_any(), props: {  batch,code,"preview":true,}});}
      if(batch.total > 0){
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/run`,"class":`go`,}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.go(batch.total); Button} }}
      }else{
         { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {    "tone":`warn`,"text":words.nothing,}});}
      }
     }
  }

  if(batch.faultCount > 0 && !underWay){ { const $$_tsiLtluaF1C = __sveltets_2_ensureComponent(FaultList); new $$_tsiLtluaF1C({ target: __sveltets_2_any(), props: { batch,}});}}

  if(asks){
     { const $$_gnihctaM1C = __sveltets_2_ensureComponent(Matching); new $$_gnihctaM1C({ target: __sveltets_2_any(), props: {     batch,"members":data.members,"values":refused?.values,}});}
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/discard`,});
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`quiet`,}});words.discard; Button}
     }}
  }

  if(batch.state === 'done' || batch.state === 'stopped'){
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`annuler`,}});
       { svelteHTML.createElement("h2", { "id":`annuler`,});words.undo; }
       { svelteHTML.createElement("p", { "class":`small`,});words.undoText; }
       {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/undo`,"class":`go`,});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.undo; Button}
       }}
     Sheet}
  }
  if(isOver && !underWay){
     { svelteHTML.createElement("p", {}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/reseau/${code}/import`,}});words.another; Button} }
  }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;