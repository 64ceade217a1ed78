///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { ChoiceGroup } from './choices.server.ts';
;

  type Props = {
    id: string;
    label: string;
    name: string;
    value?: string;
    groups: readonly ChoiceGroup[];
    /** The first line: nothing chosen. */
    none: string;
    error?: string | undefined;
  };;function $$render() {

  
  

  let { id, label, name, value = $bindable(''), groups, none, error }: Props = $props()/*Ωignore_startΩ*/;value;/*Ωignore_endΩ*/;
;
async () => {

 { svelteHTML.createElement("div", {  "class":`field`,});error;
   { svelteHTML.createElement("label", { "for":id,});label; }
   { svelteHTML.createElement("select", {        id,name,"bind:value":value,"aria-invalid":error ? true : undefined,"aria-describedby":error ? `${id}-e` : undefined,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/
     { svelteHTML.createElement("option", {"value":"",});none; }
       for(let group of __sveltets_2_ensureArray(groups)){group.label;
       { svelteHTML.createElement("optgroup", { "label":group.label,});
           for(let option of __sveltets_2_ensureArray(group.options)){option.value; { svelteHTML.createElement("option", { "value":option.value,});option.label; }}
       }
    }
   }
  if(error){ { svelteHTML.createElement("span", {   "class":`err`,"id":`${id}-e`,}); { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}error; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value'), slots: {}, events: {} }}
const GroupedSelect__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type GroupedSelect__SvelteComponent_ = ReturnType<typeof GroupedSelect__SvelteComponent_>;
/*Ωignore_endΩ*/export default GroupedSelect__SvelteComponent_;