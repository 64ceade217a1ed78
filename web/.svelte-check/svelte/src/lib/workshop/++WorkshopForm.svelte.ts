///<reference types="svelte" />
;
import { kept as keptForm } from '../forms/enhance.ts';
import { kept } from '../forms/values.ts';
import type { FormFault } from '../graph/submit.ts';
import { useI18n } from '../i18n/index.ts';
import { wordField, wordRefusal } from '../i18n/wording.ts';
import Button from '../ui/Button.svelte';
import ErrorSummary from '../ui/ErrorSummary.svelte';
import Field from '../ui/Field.svelte';
import Sheet from '../ui/Sheet.svelte';
import ArchetypeQuestions from './ArchetypeQuestions.svelte';
import ClosuresEditor from './ClosuresEditor.svelte';
import HoursEditor from './HoursEditor.svelte';
import { suggestPlaces } from './places.ts';
import type { WorkshopValues } from './workshop-form.ts';
;

  type Props = {
    values: WorkshopValues;
    refused: FormFault | undefined;
    /** Present on a new workshop: sent twice, it opens one. */
    idempotencyKey?: string;
    submit: string;
    cancel: string;
  };;function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { values, refused, idempotencyKey, submit, cancel }: Props = $props();
  const { t, format } = useI18n();
  const words = t.workshop.form;
  const typed = $derived(refused?.values);
  const isNew = $derived(idempotencyKey !== undefined);
  const placeFault = $derived(refused?.refusal.key === 'workshop.place');
  const fieldFaults = $derived(Object.keys(refused?.fields ?? {}).length > 0);
  const sentence = $derived(refused ? wordRefusal(t, format, refused.refusal) : undefined);
  const error = (name: string) => {
    const rule = refused?.fields[name];
    if (rule) return wordField(t, rule);
    return name === 'place' && placeFault ? sentence : undefined;
  };
  let places = $state<string[]>([]);
  const suggest = suggestPlaces((found) => (places = found));
;
async () => {

 {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {   "method":`post`,"class":`stack`,});
   { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {  "text":fieldFaults || !placeFault ? sentence : undefined,}});}
  if(idempotencyKey){ { svelteHTML.createElement("input", {      "type":`hidden`,"name":`idempotencyKey`,"value":idempotencyKey,});}}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`f-quoi`,}});
     { svelteHTML.createElement("h2", { "id":`f-quoi`,});words.what; }
     { svelteHTML.createElement("div", { "class":`fields`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "label":words.name,"name":`name`,"required":true,"maxlength":120,"value":kept(typed, 'name', values.name),"error":error('name'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                       "label":isNew ? words.place : words.move,"name":`place`,"required":isNew,"optional":!isNew,"maxlength":120,"autocomplete":`address-level2`,"suggestions":places,"oninput":suggest,"value":kept(typed, 'place'),"hint":isNew ? words.placeHint : words.moveHint(values.city),"error":error('place'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "label":words.address,"name":`address`,"optional":true,"maxlength":200,"value":kept(typed, 'address', values.address),"error":error('address'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                 "label":words.description,"name":`description`,"multiline":true,"optional":true,"rows":5,"maxlength":4000,"hint":words.descriptionHint,"value":kept(typed, 'description', values.description),"error":error('description'),}});}
     }
   Sheet}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`f-contact`,}});
     { svelteHTML.createElement("h2", { "id":`f-contact`,});words.contact; }
     { svelteHTML.createElement("div", { "class":`fields fields--two`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                "label":words.website,"name":`website`,"type":`url`,"optional":true,"maxlength":500,"hint":words.websiteHint,"value":kept(typed, 'website', values.website),"error":error('website'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {              "label":words.email,"name":`email`,"type":`email`,"optional":true,"maxlength":200,"value":kept(typed, 'email', values.email),"error":error('email'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {              "label":words.phone,"name":`phone`,"type":`tel`,"optional":true,"maxlength":30,"value":kept(typed, 'phone', values.phone),"error":error('phone'),}});}
     }
   Sheet}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`f-horaires`,}});
     { svelteHTML.createElement("h2", { "id":`f-horaires`,});words.hours; }
     { svelteHTML.createElement("p", { "class":`small soft`,});words.hoursHint; }
     { const $$_rotidEsruoH2C = __sveltets_2_ensureComponent(HoursEditor); new $$_rotidEsruoH2C({ target: __sveltets_2_any(), props: {   "spans":values.spans,typed,}});}
   Sheet}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`f-fermetures`,}});
     { svelteHTML.createElement("h2", { "id":`f-fermetures`,});words.closures; }
     { svelteHTML.createElement("p", { "class":`small soft`,});words.closuresHint; }
     { const $$_rotidEserusolC2C = __sveltets_2_ensureComponent(ClosuresEditor); new $$_rotidEserusolC2C({ target: __sveltets_2_any(), props: {   "closures":values.closures,typed,}});}
   Sheet}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`f-sorte`,}});
     { svelteHTML.createElement("h2", { "id":`f-sorte`,});words.archetype; }
     { const $$_snoitseuQepytehcrA2C = __sveltets_2_ensureComponent(ArchetypeQuestions); new $$_snoitseuQepytehcrA2C({ target: __sveltets_2_any(), props: {     "answers":values.answers,"archetype":values.archetype,typed,}});}
   Sheet}
   { svelteHTML.createElement("p", { "class":`row`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});submit; Button} { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"href":cancel,}});t.common.cancel; Button} }
 }}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WorkshopForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WorkshopForm__SvelteComponent_ = ReturnType<typeof WorkshopForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default WorkshopForm__SvelteComponent_;