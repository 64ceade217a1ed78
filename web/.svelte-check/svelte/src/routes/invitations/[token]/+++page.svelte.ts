///<reference types="svelte" />
;
import { kept } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.network.invitation;
  const invitation = $derived(data.invitation);
  const refused = $derived(faultIn(form));
  const suite = $derived(encodeURIComponent(data.path));
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap narrow stack`,});
  if(refused){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":wordRefusal(t, format, refused.refusal),}});}}
  if(invitation){
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,"drawn":true,}});
       { svelteHTML.createElement("div", { "class":`stack`,});
         { svelteHTML.createElement("h1", {});words.heading(invitation.organisation.name); }
         { svelteHTML.createElement("p", {});words.text(t.shell.roles[invitation.role]); }
         { svelteHTML.createElement("p", { "class":`small soft`,});words.address(invitation.email); words.until(format.longDate(invitation.expiresAt)); }
        if(data.viewer){
           {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {  "method":`post`,}); { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});words.accept; Button} }}
        }else{
           { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"wide":true,"href":`/connexion?suite=${suite}`,}});words.signIn; Button}
           { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"wide":true,"variant":`line`,"href":`/inscription?suite=${suite}&email=${encodeURIComponent(invitation.email)}`,}});words.signUp;  Button}
        }
       }
     Sheet}
  }else{
     { svelteHTML.createElement("h1", { "class":`vh`,});words.title; }
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.over,"text":words.overText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/`,}});words.home; Button} Empty}
  }
 }
};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;