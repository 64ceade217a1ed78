///<reference types="svelte" />
;
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Choice from '../ui/Choice.svelte';
import { type Facet, names } from './directory-url.ts';
;

  type Props = {
    facets: readonly Facet[];
    /** What the search typed, to keep. */
    kept: readonly (readonly [string, string])[];
  };;function $$render() {
 const option/*Ωignore_positionΩ*/ = ({ name }: Facet, { value, label, count, chosen }: Facet['options'][number])/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { const $$_eciohC0C = __sveltets_2_ensureComponent(Choice); new $$_eciohC0C({ target: __sveltets_2_any(), props: {         "name":names[name],value,label,count,"checked":chosen,"onchange":() => form.requestSubmit(),}});}
};return __sveltets_2_any(0)};
  
  
  
  
  

  let { facets, kept }: Props = $props();
  const { t } = useI18n();
  const words = t.workshop.directory;
  const shown = 7;
  let form: HTMLFormElement;
  const visible = ({ options }: Facet) => options.filter(({ chosen }, n) => chosen || n < shown);
  const rest = (facet: Facet) => facet.options.filter((option) => !visible(facet).includes(option));
;
async () => {



 { const $$_form0 = svelteHTML.createElement("form", {   "action":`/ateliers`,"data-sveltekit-keepfocus":true,"data-sveltekit-noscroll":true,});form = $$_form0;
      for(let [name, value] of __sveltets_2_ensureArray(kept)){let index = 1;index; { svelteHTML.createElement("input", {    "type":`hidden`,name,value,});}}
     for(let facet of __sveltets_2_ensureArray(facets)){facet.name;
     { svelteHTML.createElement("details", {"open":true,});
       { svelteHTML.createElement("summary", { }); { svelteHTML.createElement("h3", {});words.facets[facet.name]; }
         { const $$_nwoDnorvehC3C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
       { svelteHTML.createElement("fieldset", {});
         { svelteHTML.createElement("legend", { "class":`vh`,});words.facets[facet.name]; }
           for(let each of __sveltets_2_ensureArray(visible(facet))){each.value;;__sveltets_2_ensureSnippet(option(facet, each));}
        if(rest(facet).length > 0){
           { svelteHTML.createElement("details", { "class":`rest`,});
             { svelteHTML.createElement("summary", {});words.more(rest(facet).length); }
               for(let each of __sveltets_2_ensureArray(rest(facet))){each.value;;__sveltets_2_ensureSnippet(option(facet, each));}
           }
        }
       }
     }
  }
   { svelteHTML.createElement("p", { "class":`apply`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"variant":`line`,"wide":true,}});words.apply; Button} }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DirectoryFacets__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DirectoryFacets__SvelteComponent_ = ReturnType<typeof DirectoryFacets__SvelteComponent_>;
/*Ωignore_endΩ*/export default DirectoryFacets__SvelteComponent_;