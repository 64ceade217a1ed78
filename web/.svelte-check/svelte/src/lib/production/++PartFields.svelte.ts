///<reference types="svelte" />
;
import Trash2 from '@lucide/svelte/icons/trash-2';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
import type { Choices } from './choices.server.ts';
import { wordFault } from './faults.ts';
import type { PartField, PartRow } from './form.ts';
import GroupedSelect from './GroupedSelect.svelte';
;

  type Props = {
    /** From 0. */
    at: number;
    row: PartRow;
    choices: Choices;
    faults: Record<string, string>;
    removable: boolean;
  };;function $$render() {

  
  
  
  
  
  
  
  

  let { at, row, choices, faults, removable }: Props = $props();
  const { t, format } = useI18n();
  const words = t.production.form;
  const id = (name: PartField) => `${name}-${at}`;
  const error = (name: PartField) => {
    const rule = faults[`${name}.${at}`];
    return rule === undefined ? {} : { error: wordFault(t, format, rule) };
  };
  const plain = (choice: { value: string; label: string }[], none: string) => [{ value: '', label: none }, ...choice];
;
async () => {

 { svelteHTML.createElement("fieldset", { "class":`part`,});
   { svelteHTML.createElement("legend", {}); { svelteHTML.createElement("span", {});at + 1; }words.part(at + 1); }
  if(removable){
     { svelteHTML.createElement("div", { "class":`off`,});
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"size":`s`,"formaction":`?/parts`,"formnovalidate":true,"name":`drop`,"value":String(at),}}); { const $$_2hsarT3C = __sveltets_2_ensureComponent(Trash2); new $$_2hsarT3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.removePart(at + 1);  Button}
     }
  }
   { svelteHTML.createElement("div", { "class":`grid`,});
     { svelteHTML.createElement("div", { "class":`w2`,});
       { const $$_tceleSdepuorG3C = __sveltets_2_ensureComponent(GroupedSelect); new $$_tceleSdepuorG3C({ target: __sveltets_2_any(), props: {              "id":id('part-process'),"label":words.process,"name":`part-process`,"value":row['part-process'],"groups":choices.processes,"none":words.chooseProcess,...error('part-process'),}});}
     }
     { svelteHTML.createElement("div", { "class":`w2`,});
       { const $$_tceleSdepuorG3C = __sveltets_2_ensureComponent(GroupedSelect); new $$_tceleSdepuorG3C({ target: __sveltets_2_any(), props: {              "id":id('part-material'),"label":words.material,"name":`part-material`,"value":row['part-material'],"groups":choices.materials,"none":words.anyMaterial,...error('part-material'),}});}
     }
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                  "id":id('part-thickness'),"label":words.thickness,"name":`part-thickness`,"value":row['part-thickness'],"unit":`mm`,"inputmode":`decimal`,"autocomplete":`off`,"maxlength":12,...error('part-thickness'),}});}
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                  "id":id('part-quantity'),"label":words.quantity,"name":`part-quantity`,"value":row['part-quantity'],"inputmode":`numeric`,"autocomplete":`off`,"maxlength":5,"hint":words.quantityHint,...error('part-quantity'),}});}
     { svelteHTML.createElement("div", { "class":`w2`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {               "id":id('part-name'),"label":words.partName,"name":`part-name`,"value":row['part-name'],"optional":true,"autocomplete":`off`,"maxlength":120,...error('part-name'),}});}
     }
     { svelteHTML.createElement("div", {     "class":`size`,"role":`group`,"aria-labelledby":`size-${at}`,});
       { svelteHTML.createElement("p", { "id":`size-${at}`,});words.size;  { svelteHTML.createElement("span", { "class":`soft`,});words.sizeHint; } }
       { svelteHTML.createElement("div", { "class":`three`,});
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                  "id":id('part-x'),"label":words.length,"name":`part-x`,"value":row['part-x'],"unit":`mm`,"inputmode":`decimal`,"autocomplete":`off`,"maxlength":12,...error('part-x'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                  "id":id('part-y'),"label":words.width,"name":`part-y`,"value":row['part-y'],"unit":`mm`,"inputmode":`decimal`,"autocomplete":`off`,"maxlength":12,...error('part-y'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                  "id":id('part-z'),"label":words.height,"name":`part-z`,"value":row['part-z'],"unit":`mm`,"inputmode":`decimal`,"autocomplete":`off`,"maxlength":12,...error('part-z'),}});}
       }
     }
     { svelteHTML.createElement("div", { "class":`w2`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "id":id('part-tolerance'),"label":words.tolerance,"name":`part-tolerance`,"value":row['part-tolerance'],"options":plain(choices.tolerances, words.anyTolerance),...error('part-tolerance'),}});}
     }
     { svelteHTML.createElement("div", { "class":`w2`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "id":id('part-finish'),"label":words.finish,"name":`part-finish`,"value":row['part-finish'],"options":plain(choices.finishes, words.noFinish),...error('part-finish'),}});}
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PartFields__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PartFields__SvelteComponent_ = ReturnType<typeof PartFields__SvelteComponent_>;
/*Ωignore_endΩ*/export default PartFields__SvelteComponent_;