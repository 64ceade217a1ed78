///<reference types="svelte" />
;
import Plus from '@lucide/svelte/icons/plus';
import { kept, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import { wordField } from '../i18n/wording.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
;

  type Choice = { value: string; label: string };;;
  type Props = {
    values: Values;
    fields: Record<string, string>;
    rows: number;
    most: number;
    processes: readonly Choice[];
    materials: readonly Choice[];
  };;function $$render() {

  
  
  
  
  
  


  let { values, fields, rows, most, processes, materials }: Props = $props();
  const { t } = useI18n();
  const words = t.catalogue.form;
  let added = $state(0);
  const count = $derived(Math.min(most, rows + added));
  const at = (n: number, name: string) => `cap.${n}.${name}`;
  const fault = (n: number, name: string) => (fields[at(n, name)] ? wordField(t, fields[at(n, name)]!) : undefined);
  const hidden = ['setup', 'lead', 'price'] as const;
  const choices = $derived([{ value: '', label: words.emptyProcess }, ...processes]);
  const things = $derived([{ value: '', label: words.anyMaterial }, ...materials]);
  const tolerances = [
    { value: '', label: words.toleranceUnknown },
    ...(['f', 'm', 'c', 'v'] as const).map((value) => ({ value, label: words.tolerances[value] })),
  ];
  const evidences = (['declared', 'imported', 'confirmed'] as const).map((value) => ({
    value,
    label: words.evidences[value],
  }));
;
async () => {

 { svelteHTML.createElement("div", { "class":`rows`,});
      for(let _ of __sveltets_2_ensureArray({ length: count })){let n = 1;n;
     { svelteHTML.createElement("fieldset", {});
       { svelteHTML.createElement("legend", {});words.row(n + 1); }
       { svelteHTML.createElement("div", { "class":`wide`,});
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {           "label":words.process,"name":at(n, 'process'),"options":choices,"value":kept(values, at(n, 'process')),"error":fault(n, 'process'),}});}
       }
       { svelteHTML.createElement("div", { "class":`wide`,});
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {           "label":words.material,"name":at(n, 'material'),"options":things,"value":kept(values, at(n, 'material')),"error":fault(n, 'material'),}});}
       }
       { svelteHTML.createElement("div", { "class":`wide`,});
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {         "label":words.evidence,"name":at(n, 'evidence'),"options":evidences,"value":kept(values, at(n, 'evidence'), 'declared'),}});}
       }
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {               "label":words.thickness,"name":at(n, 'thickness'),"unit":`mm`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, at(n, 'thickness')),"error":fault(n, 'thickness'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {               "label":words.x,"name":at(n, 'x'),"unit":`mm`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, at(n, 'x')),"error":fault(n, 'x'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {               "label":words.y,"name":at(n, 'y'),"unit":`mm`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, at(n, 'y')),"error":fault(n, 'y'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {               "label":words.z,"name":at(n, 'z'),"unit":`mm`,"inputmode":`decimal`,"maxlength":8,"value":kept(values, at(n, 'z')),"error":fault(n, 'z'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {             "label":words.lotMax,"name":at(n, 'lot'),"inputmode":`numeric`,"maxlength":7,"value":kept(values, at(n, 'lot')),"error":fault(n, 'lot'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {             "label":words.rate,"name":at(n, 'rate'),"inputmode":`decimal`,"maxlength":8,"value":kept(values, at(n, 'rate')),"error":fault(n, 'rate'),}});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {         "label":words.tolerance,"name":at(n, 'tolerance'),"options":tolerances,"value":kept(values, at(n, 'tolerance')),}});}
         for(let name of __sveltets_2_ensureArray(hidden)){name; { svelteHTML.createElement("input", {      "type":`hidden`,"name":at(n, name),"value":kept(values, at(n, name)),});}}
     }
  }
 }
if(count < most){ { svelteHTML.createElement("p", { "class":`add`,});
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"type":`button`,"variant":`line`,"onclick":() => (added += 1),}}); { const $$_sulP2C = __sveltets_2_ensureComponent(Plus); new $$_sulP2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.addRow; Button}
   }}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CapabilityRows__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CapabilityRows__SvelteComponent_ = ReturnType<typeof CapabilityRows__SvelteComponent_>;
/*Ωignore_endΩ*/export default CapabilityRows__SvelteComponent_;