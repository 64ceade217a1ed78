///<reference types="svelte" />
;
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import type { Snippet } from 'svelte';
;

  type Props = { label: string; /** Links and buttons, one a line. */ children: Snippet };;function $$render() {

  
  

  let { label, children }: Props = $props();
  let open = $state(false);
  let details: HTMLDetailsElement;

  function onkeydown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    open = false;
    details.querySelector('summary')?.focus();
  }
;
async () => {

 { svelteHTML.createElement("svelte:document", {   "onclick":(event) => {
    if (open && event.target instanceof Node && !details.contains(event.target)) open = false;
  },});}



 { const $$_details0 = svelteHTML.createElement("details", {   "bind:open":open,onkeydown,});details = $$_details0;/*Ωignore_startΩ*/() => open = __sveltets_2_any(null);/*Ωignore_endΩ*/
   { svelteHTML.createElement("summary", {});label; { const $$_nwoDnorvehC2C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   { svelteHTML.createElement("div", { "class":`pop`,});;__sveltets_2_ensureSnippet(children()); }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Menu__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Menu__SvelteComponent_ = ReturnType<typeof Menu__SvelteComponent_>;
/*Ωignore_endΩ*/export default Menu__SvelteComponent_;