///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Choice from './Choice.svelte';
;

  type Props = {
    legend: string;
    name: string;
    type?: 'checkbox' | 'radio';
    options: readonly { value: string; label: string; hint?: string; count?: number; disabled?: boolean }[];
    /** The values chosen. */
    chosen?: readonly string[];
    error?: string;
    required?: boolean;
  };;function $$render() {

  
  


  let { legend, name, type = 'radio', options, chosen = [], error, required = false }: Props = $props();
  const id = $props.id();
;
async () => {

 { svelteHTML.createElement("fieldset", { "aria-describedby":error ? `${id}-e` : undefined,});
   { svelteHTML.createElement("legend", {});legend; }
     for(let { value, ...option } of __sveltets_2_ensureArray(options)){value;
     { const $$_eciohC1C = __sveltets_2_ensureComponent(Choice); new $$_eciohC1C({ target: __sveltets_2_any(), props: {         type,name,value,...option,"checked":chosen.includes(value),"required":required && type === 'radio',}});}
  }
  if(error){ { svelteHTML.createElement("p", {   "class":`err`,"id":`${id}-e`,}); { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}error; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChoiceGroup__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChoiceGroup__SvelteComponent_ = ReturnType<typeof ChoiceGroup__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChoiceGroup__SvelteComponent_;