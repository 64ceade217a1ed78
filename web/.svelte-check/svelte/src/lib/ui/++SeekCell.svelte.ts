///<reference types="svelte" />
;
import type { HTMLInputAttributes } from 'svelte/elements';
;

  type Props = {
    label: string;
    name: string;
    value?: string;
    options?: readonly { value: string; label: string }[];
    suggestions?: readonly string[];
    wide?: boolean;
  } & Omit<HTMLInputAttributes, 'value' | 'name'>;;function $$render() {

  

  let { label, name, value = '', options, suggestions, wide = false, ...rest }: Props = $props();
  const id = $props.id();
;
async () => {


 { svelteHTML.createElement("div", {  "class":`cell`,});wide;
   { svelteHTML.createElement("label", { "for":id,});label; }
  if(options){
     { svelteHTML.createElement("select", {   id,name,value,});   for(let option of __sveltets_2_ensureArray(options)){option.value; { svelteHTML.createElement("option", {    "value":option.value,"selected":option.value === value,});option.label; }} }
  }else{
     { svelteHTML.createElement("input", {      id,name,value,"list":suggestions ? `${id}-l` : undefined,...rest,});}
    if(suggestions){ { svelteHTML.createElement("datalist", {  "id":`${id}-l`,});   for(let suggestion of __sveltets_2_ensureArray(suggestions)){suggestion; { svelteHTML.createElement("option", { "value":suggestion,}); }} }}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SeekCell__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SeekCell__SvelteComponent_ = ReturnType<typeof SeekCell__SvelteComponent_>;
/*Ωignore_endΩ*/export default SeekCell__SvelteComponent_;