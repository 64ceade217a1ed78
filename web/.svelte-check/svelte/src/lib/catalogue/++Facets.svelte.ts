///<reference types="svelte" />
;
  export type Facet = {
    name: string;
    title: string;
    options: { value: string; label: string; count: number; chosen: boolean }[];
    /** One value at most. */ single?: boolean;
  };
;;

import ChevronDown from '@lucide/svelte/icons/chevron-down';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Choice from '../ui/Choice.svelte';
import Field from '../ui/Field.svelte';
import { names } from './search-url.ts';
;

  type Props = {
    facets: readonly Facet[];
    size: { x: string; y: string; z: string };
    /** What the form typed, to keep. */ kept: readonly (readonly [string, string])[];
    held?: boolean | undefined;
  };;function $$render() {
 const option/*Ωignore_positionΩ*/ = (facet: Facet, { value, label, count, chosen }: Facet['options'][number])/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { const $$_eciohC0C = __sveltets_2_ensureComponent(Choice); new $$_eciohC0C({ target: __sveltets_2_any(), props: {            "type":facet.single ? 'radio' : 'checkbox',"name":facet.name,value,label,count,"checked":chosen,"onchange":() => form.requestSubmit(),}});}
};return __sveltets_2_any(0)};
  
  
  
  
  
  

  let { facets, size, kept, held }: Props = $props();
  const { t } = useI18n();
  const words = t.catalogue.find;
  const shown = 7;
  let form: HTMLFormElement;
  const visible = (facet: Facet) =>
    facet.options.filter((option, n) => option.chosen || (n < shown && (option.count > 0 || n < 4)));
  const rest = (facet: Facet) => facet.options.filter((option) => !visible(facet).includes(option));
;
async () => {





 { const $$_form0 = svelteHTML.createElement("form", {   "action":`/trouver`,"data-sveltekit-keepfocus":true,"data-sveltekit-noscroll":true,});form = $$_form0;
      for(let [name, value] of __sveltets_2_ensureArray(kept)){let index = 1;index; { svelteHTML.createElement("input", {    "type":`hidden`,name,value,});}}
     for(let facet of __sveltets_2_ensureArray(facets)){facet.name;
     { svelteHTML.createElement("details", {"open":true,});
       { svelteHTML.createElement("summary", { }); { svelteHTML.createElement("h3", {});facet.title; }
         { const $$_nwoDnorvehC3C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
       { svelteHTML.createElement("fieldset", {});
         { svelteHTML.createElement("legend", { "class":`vh`,});facet.title; }
        if(facet.name === names.accreditation && held !== undefined){ { const $$_eciohC3C = __sveltets_2_ensureComponent(Choice); new $$_eciohC3C({ target: __sveltets_2_any(), props: {           "name":names.held,"value":`1`,"label":words.held,"checked":held,"onchange":() => form.requestSubmit(),}});}}
           for(let one of __sveltets_2_ensureArray(visible(facet))){one.value;;__sveltets_2_ensureSnippet(option(facet, one));}
        if(rest(facet).length > 0){
           { svelteHTML.createElement("details", { "class":`rest`,});
             { svelteHTML.createElement("summary", {});words.more(rest(facet).length); }   for(let one of __sveltets_2_ensureArray(rest(facet))){one.value;;__sveltets_2_ensureSnippet(option(
                facet,
                one,
              ));}
           }
        }
       }
     }
  }
   { svelteHTML.createElement("details", {"open":true,});
     { svelteHTML.createElement("summary", { }); { svelteHTML.createElement("h3", {});words.facets.size; }
       { const $$_nwoDnorvehC3C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
     { svelteHTML.createElement("div", { "class":`size`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "label":words.length,"name":names.x,"value":size.x,"unit":`mm`,"inputmode":`decimal`,"maxlength":7,}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "label":words.width,"name":names.y,"value":size.y,"unit":`mm`,"inputmode":`decimal`,"maxlength":7,}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {            "label":words.height,"name":names.z,"value":size.z,"unit":`mm`,"inputmode":`decimal`,"maxlength":7,}});}
     }
   }
   { svelteHTML.createElement("p", { "class":`apply`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"variant":`line`,"wide":true,}});words.apply; Button} }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Facets__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Facets__SvelteComponent_ = ReturnType<typeof Facets__SvelteComponent_>;
/*Ωignore_endΩ*/export default Facets__SvelteComponent_;