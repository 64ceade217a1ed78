///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { draft as keepDraft } from '../forms/draft.ts';
import { kept as keptForm } from '../forms/enhance.ts';
import { keyField } from '../forms/idempotency.ts';
import { kept, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import { wordField } from '../i18n/wording.ts';
import Button from '../ui/Button.svelte';
import Choice from '../ui/Choice.svelte';
import ChoiceGroup from '../ui/ChoiceGroup.svelte';
import ErrorSummary from '../ui/ErrorSummary.svelte';
import Field from '../ui/Field.svelte';
import CapabilityRows from './CapabilityRows.svelte';
;

  type Pick = { value: string; label: string };;;
  type Props = {
    action: string;
    values: Values;
    fields: Record<string, string>;
    /** Why nothing was saved. */
    refusal?: string | undefined;
    rows: number;
    most: number;
    processes: readonly Pick[];
    materials: readonly Pick[];
    submit: string;
    /** Where the draft of this form is kept on the device; restored unless the server drew something newer. */
    draft: { key: string; restore: boolean };
    idempotencyKey?: string;
    /** For a machine that is not there yet: how many, and whether it is offered. */
    isNew?: boolean;
    children?: Snippet;
  };;function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  


  let {
    action,
    values,
    fields,
    refusal,
    rows,
    most,
    processes,
    materials,
    submit,
    draft,
    idempotencyKey,
    isNew = false,
    children,
  }: Props = $props();
  const { t } = useI18n();
  const words = t.catalogue.form;
  const fault = (name: string) => (fields[name] ? wordField(t, fields[name]) : undefined);
  const listed = $derived(
    Object.keys(fields).map((name) => ({ id: `eq-${name}`, text: `${labels[name] ?? name}. ${fault(name)}` })),
  );
  const labels: Record<string, string> = {
    name: words.name,
    maker: words.maker,
    model: words.modelName,
    'envelope.x': words.x,
    'envelope.y': words.y,
    'envelope.z': words.z,
    rate: words.rateEuros,
    deposit: words.deposit,
    notice: words.notice,
    longest: words.longest,
    hold: words.hold,
    prepare: words.prepare,
    clean: words.clean,
    transport: words.transport,
    checklist: words.checklist,
    capabilities: words.capabilities,
  };
  const known = $derived(listed.filter(({ id }) => id.slice(3) in labels));
  const of = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
;
async () => {

 {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form'),({ draft: draft.key })));const $$action_1 = __sveltets_2_ensureAction(keepDraft(svelteHTML.mapElementTag('form'),(draft)));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0,$$action_1), {        "method":`post`,action,"class":`eq`,});
   { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {    "text":refusal,"faults":known,}});}
  if(idempotencyKey){ { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":idempotencyKey,});}}
  ;__sveltets_2_ensureSnippet(children?.());

   { svelteHTML.createElement("section", {   "class":`sheet`,"aria-labelledby":`f-id`,});
     { svelteHTML.createElement("h2", { "id":`f-id`,});words.identity; }
     { svelteHTML.createElement("div", { "class":`grid`,});
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                "id":`eq-name`,"label":words.name,"name":`name`,"required":true,"maxlength":120,"hint":words.nameHint,"value":kept(values, 'name'),"error":fault('name'),}});}
       }
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {              "id":`eq-maker`,"label":words.maker,"name":`maker`,"maxlength":120,"optional":true,"value":kept(values, 'maker'),"error":fault('maker'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {              "id":`eq-model`,"label":words.modelName,"name":`model`,"maxlength":120,"optional":true,"value":kept(values, 'model'),"error":fault('model'),}});}
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {             "label":words.description,"name":`description`,"multiline":true,"rows":4,"maxlength":4000,"optional":true,"value":kept(values, 'description'),}});}
       }
       { svelteHTML.createElement("fieldset", { "class":`all three`,});
         { svelteHTML.createElement("legend", {});words.envelope; }
           for(let side of __sveltets_2_ensureArray((['x', 'y', 'z'] as const))){side;
           { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-envelope.${side}`,"label":words[side],"name":`envelope.${side}`,"unit":`mm`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, `envelope.${side}`),"error":fault(`envelope.${side}`),}});}
        }
       }
      if(isNew){ { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                 "id":`eq-count`,"label":words.unitCount,"name":`count`,"inputmode":`numeric`,"maxlength":2,"hint":words.unitsHint,"value":kept(values, 'count', '1'),"error":fault('count'),}});}}
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_puorGeciohC4C = __sveltets_2_ensureComponent(ChoiceGroup); new $$_puorGeciohC4C({ target: __sveltets_2_any(), props: {        "legend":words.use,"name":`use`,"options":of(words.uses),"chosen":[kept(values, 'use', 'on_site')],}});}
       }
     }
   }

   { svelteHTML.createElement("section", {   "class":`sheet`,"aria-labelledby":`f-cap`,});
     { svelteHTML.createElement("h2", { "id":`f-cap`,});words.capabilities; }
     { svelteHTML.createElement("p", { "class":`caption`,});words.capabilitiesHint; }
     { const $$_swoRytilibapaC2C = __sveltets_2_ensureComponent(CapabilityRows); new $$_swoRytilibapaC2C({ target: __sveltets_2_any(), props: {      values,fields,rows,most,processes,materials,}});}
   }

   { svelteHTML.createElement("section", {   "class":`sheet`,"aria-labelledby":`f-terms`,});
     { svelteHTML.createElement("h2", { "id":`f-terms`,});words.terms; }
     { svelteHTML.createElement("div", { "class":`grid`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {         "label":words.pricing,"name":`pricing`,"options":of(words.pricings),"value":kept(values, 'pricing', 'hourly'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                 "id":`eq-rate`,"label":words.rateEuros,"name":`rate`,"unit":`€`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, 'rate'),"error":fault('rate'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {         "label":words.audience,"name":`audience`,"options":of(words.audiences),"value":kept(values, 'audience', 'network'),}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {                 "id":`eq-deposit`,"label":words.deposit,"name":`deposit`,"unit":`€`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, 'deposit', '0'),"error":fault('deposit'),}});}
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_eciohC4C = __sveltets_2_ensureComponent(Choice); new $$_eciohC4C({ target: __sveltets_2_any(), props: {         "label":words.automatic,"hint":words.automaticHint,"name":`automatic`,"checked":kept(values, 'automatic') !== '',}});}
       }
       { svelteHTML.createElement("fieldset", { "class":`all three`,});
         { svelteHTML.createElement("legend", { "class":`vh`,});words.terms; }
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-notice`,"label":words.notice,"name":`notice`,"unit":`h`,"inputmode":`numeric`,"maxlength":4,"value":kept(values, 'notice', '0'),"error":fault('notice'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-longest`,"label":words.longest,"name":`longest`,"unit":`h`,"inputmode":`numeric`,"maxlength":4,"value":kept(values, 'longest', '240'),"error":fault('longest'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-hold`,"label":words.hold,"name":`hold`,"unit":`h`,"inputmode":`numeric`,"maxlength":3,"value":kept(values, 'hold', '48'),"error":fault('hold'),}});}
       }
       { svelteHTML.createElement("fieldset", { "class":`all three`,});
         { svelteHTML.createElement("legend", {});words.buffers; }
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-prepare`,"label":words.prepare,"name":`prepare`,"unit":`min`,"inputmode":`numeric`,"maxlength":5,"value":kept(values, 'prepare', '0'),"error":fault('prepare'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-clean`,"label":words.clean,"name":`clean`,"unit":`min`,"inputmode":`numeric`,"maxlength":5,"value":kept(values, 'clean', '0'),"error":fault('clean'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                 "id":`eq-transport`,"label":words.transport,"name":`transport`,"unit":`min`,"inputmode":`numeric`,"maxlength":5,"value":kept(values, 'transport', '0'),"error":fault('transport'),}});}
       }
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {            "label":words.accreditation,"name":`accreditation`,"maxlength":120,"optional":true,"hint":words.accreditationHint,"value":kept(values, 'accreditation'),}});}
       }
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {               "label":words.conditions,"name":`conditions`,"multiline":true,"rows":2,"maxlength":2000,"optional":true,"hint":words.conditionsHint,"value":kept(values, 'conditions'),}});}
       }
       { svelteHTML.createElement("div", { "class":`all`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                   "id":`eq-checklist`,"label":words.checklist,"name":`checklist`,"multiline":true,"rows":5,"maxlength":8000,"optional":true,"hint":words.checklistHint,"value":kept(values, 'checklist'),"error":fault('checklist'),}});}
       }
      if(isNew){ { svelteHTML.createElement("div", { "class":`all`,});
           { const $$_eciohC4C = __sveltets_2_ensureComponent(Choice); new $$_eciohC4C({ target: __sveltets_2_any(), props: {         "label":words.publish,"hint":words.publishHint,"name":`published`,"checked":kept(values, 'published') !== '',}});}
         }}
     }
   }
   { svelteHTML.createElement("p", {}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});submit; Button} }
 }}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EquipmentForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EquipmentForm__SvelteComponent_ = ReturnType<typeof EquipmentForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default EquipmentForm__SvelteComponent_;