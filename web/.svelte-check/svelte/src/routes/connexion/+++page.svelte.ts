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
  const words = t.identity.signIn;
  const refusal = $derived(faultIn(form));
  const suite = $derived(data.suite === '/' ? '' : `?suite=${encodeURIComponent(data.suite)}`);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { const $$_teehStnuoccA0C = __sveltets_2_ensureComponent(AccountSheet); const $$_teehStnuoccA0 = new $$_teehStnuoccA0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.title,"lead":data.suite === '/' ? words.lead : words.welcomeBack,foot:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("p", { "class":`row`,}); { svelteHTML.createElement("a", { "href":`/mot-de-passe`,});words.forgot; } }
     { svelteHTML.createElement("p", {});words.none;  { svelteHTML.createElement("a", { "href":`/inscription${suite}`,});words.signUp; } }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {foot} = $$_teehStnuoccA0.$$prop_def;/*Ωignore_endΩ*/
  if(data.viewer){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`info`,"text":words.already(data.viewer.name),}});}}
  if(data.reset){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":t.identity.reset.done,}});}}
  if(form && 'linkSent' in form){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.linkSent,}});}}
   {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/password`,"class":`fields`,});
     { const $$_yrammuSrorrE2C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE2C({ target: __sveltets_2_any(), props: {  "text":refusal && !refusal.fields.email ? wordRefusal(t, format, refusal.refusal) : undefined,}});}
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":data.suite,});}
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                "label":t.identity.email,"name":`email`,"type":`email`,"autocomplete":`username`,"required":true,"maxlength":254,"value":kept(refusal?.values, 'email'),"error":refusal?.fields.email ? wordRefusal(t, format, refusal.refusal) : undefined,}});}
     { const $$_dleiFdrowssaP2C = __sveltets_2_ensureComponent(PasswordField); new $$_dleiFdrowssaP2C({ target: __sveltets_2_any(), props: {}});}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});words.submit; Button}
     { svelteHTML.createElement("div", { "class":`or`,});
       { svelteHTML.createElement("h2", {});words.linkTitle; }
       { svelteHTML.createElement("p", { "class":`caption`,});words.linkHint; }
      
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`line`,"wide":true,"formaction":`?/link`,"formnovalidate":true,}});words.link; Button}
     }
   }}
  
 AccountSheet}


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;