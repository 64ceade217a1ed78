///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Snippet } from 'svelte';
import type { HTMLInputAttributes, HTMLTextareaAttributes } from 'svelte/elements';
import { useI18n } from '../i18n/index.ts';
;

  type Option = { value: string; label: string; disabled?: boolean };;;
  type Props = {
    label: string;
    name: string;
    value?: string | number | null;
    hint?: string;
    /** Replaces the hint, and says the way out. */
    error?: string;
    unit?: string;
    /** Draws a choice instead of an input. */
    options?: readonly Option[];
    multiline?: boolean;
    /** Known values offered while typing; the field stays free. */
    suggestions?: readonly string[];
    optional?: boolean;
    /** Kept for screen readers only; the page must show the same word close by. */
    hideLabel?: boolean;
    /** Beside the label: a link, a switch. */
    aside?: Snippet;
  } & Omit<HTMLInputAttributes & HTMLTextareaAttributes, 'value' | 'name' | 'onchange' | 'oninput'> & {
      onchange?: (event: Event) => void;
      oninput?: (event: Event) => void;
    };;function $$render() {

  
  
  
  



  let {
    label,
    name,
    value = $bindable(''),
    hint,
    error,
    unit,
    options,
    multiline = false,
    suggestions,
    optional = false,
    hideLabel = false,
    aside,
    id: given,
    ...rest
  }: Props = $props()/*Ωignore_startΩ*/;value;/*Ωignore_endΩ*/;
  const { t } = useI18n();
  const uid = $props.id();
  const id = $derived(given ?? `${uid}-f`);
  const described = $derived(error ? `${id}-e` : hint ? `${id}-h` : undefined);
;
async () => {

 { svelteHTML.createElement("div", {  "class":`field`,});error;
   { svelteHTML.createElement("div", {  "class":`top`,});hideLabel;
     { svelteHTML.createElement("label", {  "for":id,});label;if(optional){ { svelteHTML.createElement("span", { "class":`opt`,}); t.common.optional; }} }
    ;__sveltets_2_ensureSnippet(aside?.());
   }
   { svelteHTML.createElement("div", {  "class":`box`,});unit;
    if(options){
       { svelteHTML.createElement("select", {           "class":`in`,id,name,"bind:value":value,"aria-describedby":described,"aria-invalid":error ? true : undefined,...rest as object,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/
           for(let option of __sveltets_2_ensureArray(options)){option.value;
           { svelteHTML.createElement("option", {   "value":option.value,"disabled":option.disabled,});option.label; }
        }
       }
    } else if (multiline){
       { svelteHTML.createElement("textarea", {          "class":`in`,id,name,"bind:value":value,"aria-describedby":described,"aria-invalid":error ? true : undefined,...rest,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/ }
    }else{
       { svelteHTML.createElement("input", {             "class":`in`,id,name,"bind:value":value,"aria-describedby":described,"aria-invalid":error ? true : undefined,"list":suggestions ? `${id}-l` : undefined,...rest,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/}
      if(suggestions){
         { svelteHTML.createElement("datalist", {  "id":`${id}-l`,});   for(let suggestion of __sveltets_2_ensureArray(suggestions)){suggestion; { svelteHTML.createElement("option", { "value":suggestion,}); }} }
      }
    }
    if(unit){ { svelteHTML.createElement("span", { "class":`u`,});unit; }}
   }
  if(error){
     { svelteHTML.createElement("span", {   "class":`err`,"id":`${id}-e`,}); { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}error; }
  } else if (hint){
     { svelteHTML.createElement("span", {   "class":`hint`,"id":`${id}-h`,});hint; }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value'), slots: {}, events: {} }}
const Field__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Field__SvelteComponent_ = ReturnType<typeof Field__SvelteComponent_>;
/*Ωignore_endΩ*/export default Field__SvelteComponent_;