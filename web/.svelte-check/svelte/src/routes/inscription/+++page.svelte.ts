///<reference types="svelte" />
;
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import AccountSheet from '$lib/identity/AccountSheet.svelte';
import PasswordField from '$lib/identity/PasswordField.svelte';
import Button from '$lib/ui/Button.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Field from '$lib/ui/Field.svelte';
import Notice from '$lib/ui/Notice.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.identity.signUp;
  const refused = $derived(faultIn(form));
  const sentence = $derived(refused ? wordRefusal(t, format, refused.refusal) : undefined);
  const faulty = $derived(refused ? Object.keys(refused.fields)[0] : undefined);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { const $$_teehStnuoccA0C = __sveltets_2_ensureComponent(AccountSheet); const $$_teehStnuoccA0 = new $$_teehStnuoccA0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.title,"lead":words.lead,foot:() => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("p", {});words.have;  { svelteHTML.createElement("a", { "href":`/connexion`,});t.identity.signIn.title; } }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {foot} = $$_teehStnuoccA0.$$prop_def;/*Ωignore_endΩ*/
  if(form && 'sent' in form){
     { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.sent,}});}
     { svelteHTML.createElement("p", { "class":`small soft`,});words.sentNote; }
  }else{
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {   "method":`post`,"class":`fields`,});
       { const $$_yrammuSrorrE2C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE2C({ target: __sveltets_2_any(), props: {  "text":faulty ? undefined : sentence,}});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":data.suite,});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                "label":t.identity.name,"name":`name`,"autocomplete":`name`,"required":true,"maxlength":120,"hint":t.identity.nameHint,"value":kept(refused?.values, 'name'),"error":faulty === 'name' ? sentence : undefined,}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                "label":t.identity.email,"name":`email`,"type":`email`,"autocomplete":`email`,"required":true,"maxlength":254,"value":kept(refused?.values, 'email', data.email),"error":faulty === 'email' ? sentence : undefined,}});}
       { const $$_dleiFdrowssaP2C = __sveltets_2_ensureComponent(PasswordField); new $$_dleiFdrowssaP2C({ target: __sveltets_2_any(), props: {  "fresh":true,"error":faulty === 'password' ? sentence : undefined,}});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});words.submit; Button}
     }}
  }
  
 AccountSheet}


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;