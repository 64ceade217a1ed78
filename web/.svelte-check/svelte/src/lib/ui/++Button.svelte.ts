///<reference types="svelte" />
;
import LoaderCircle from '@lucide/svelte/icons/loader-circle';
import type { Snippet } from 'svelte';
import type { HTMLAnchorAttributes, HTMLButtonAttributes } from 'svelte/elements';
;

  type Props = {
    variant?: 'primary' | 'now' | 'line' | 'quiet' | 'bad';
    size?: 'm' | 's';
    wide?: boolean;
    /** Marked busy and kept from acting twice; also set by the form that sends it (`aria-busy`). */
    busy?: boolean;
    href?: string;
    children: Snippet;
  } & Omit<HTMLButtonAttributes & HTMLAnchorAttributes, 'type' | 'href' | 'children'> & {
      type?: HTMLButtonAttributes['type'];
    };;function $$render() {

  
  
  


  let {
    variant = 'primary',
    size = 'm',
    wide = false,
    busy = false,
    href,
    type = 'submit',
    disabled,
    children,
    ...rest
  }: Props = $props();
  const classes = $derived(['btn', variant, size === 's' && 'short', wide && 'wide']);
;
async () => {

if(href !== undefined && !disabled){
   { svelteHTML.createElement("a", {   href,"class":classes,...rest,});;__sveltets_2_ensureSnippet(children()); }
}else{
   { svelteHTML.createElement("button", {      type,disabled,"class":classes,"aria-busy":busy || undefined,...rest,});
     { svelteHTML.createElement("span", {   "class":`spin`,"aria-hidden":`true`,}); { const $$_elcriCredaoL2C = __sveltets_2_ensureComponent(LoaderCircle); new $$_elcriCredaoL2C({ target: __sveltets_2_any(), props: {}});} };__sveltets_2_ensureSnippet(children());
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Button__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Button__SvelteComponent_ = ReturnType<typeof Button__SvelteComponent_>;
/*Ωignore_endΩ*/export default Button__SvelteComponent_;