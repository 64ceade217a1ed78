///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import type { HTMLInputAttributes } from 'svelte/elements';
;

  type Props = {
    label: string;
    type?: 'checkbox' | 'radio';
    /** How many results it would leave; zero stays listed, dashed. */
    count?: number;
    hint?: string;
    children?: Snippet;
  } & Omit<HTMLInputAttributes, 'type' | 'children'>;;function $$render() {

  
  


  let {
    label,
    type = 'checkbox',
    count,
    hint,
    checked = $bindable(false),
    disabled,
    children,
    ...rest
  }: Props = $props()/*Ωignore_startΩ*/;checked;/*Ωignore_endΩ*/;
  const off = $derived(disabled || (count === 0 && !checked));
;
async () => {

 { svelteHTML.createElement("label", { "class":`check`,});
  if(type === 'radio'){ { svelteHTML.createElement("input", {      "type":`radio`,checked,"disabled":off,...rest,});}}else{ { svelteHTML.createElement("input", {       "type":`checkbox`,"bind:checked":checked,"disabled":off,...rest,});/*Ωignore_startΩ*/() => checked = __sveltets_2_any(null);/*Ωignore_endΩ*/}}
   { svelteHTML.createElement("span", {  "class":`l`,});label;if(hint){ { svelteHTML.createElement("small", {});hint; }};__sveltets_2_ensureSnippet(children?.()); }
  if(count !== undefined){ { svelteHTML.createElement("span", { "class":`n`,});count; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('checked'), slots: {}, events: {} }}
const Choice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Choice__SvelteComponent_ = ReturnType<typeof Choice__SvelteComponent_>;
/*Ωignore_endΩ*/export default Choice__SvelteComponent_;