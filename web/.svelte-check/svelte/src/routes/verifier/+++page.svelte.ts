///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import AccountSheet from '$lib/identity/AccountSheet.svelte';
import Button from '$lib/ui/Button.svelte';
import Notice from '$lib/ui/Notice.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  

  let { data }: PageProps = $props();
  const { t } = useI18n();
  const words = t.identity.verify;
  const signsIn = $derived(data.purpose === 'connexion');
  const title = $derived(
    data.failed ? words.badTitle : !data.token ? words.doneTitle : signsIn ? words.linkTitle : words.confirmTitle,
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});title;  t.shell.name; } { svelteHTML.createElement("meta", {    "name":`referrer`,"content":`no-referrer`,});} }

 { const $$_teehStnuoccA0C = __sveltets_2_ensureComponent(AccountSheet); new $$_teehStnuoccA0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },title,}});
  if(data.failed){
     { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":words.bad,}});}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"wide":true,"href":`/connexion`,}});words.again; Button}
  } else if (data.token){
     { svelteHTML.createElement("p", {});signsIn ? words.linkText : words.confirmText; }
     { svelteHTML.createElement("form", {   "method":`post`,"class":`fields`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`token`,"value":data.token,});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":data.suite,});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`purpose`,"value":data.purpose,});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});signsIn ? words.open : words.confirm; Button}
     }
  }else{
     { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.done,}});}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"wide":true,"href":data.suite === '/' ? '/trouver' : data.suite,}});data.suite === '/' ? words.find : t.common.continue;  Button}
  }
 AccountSheet}
};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;