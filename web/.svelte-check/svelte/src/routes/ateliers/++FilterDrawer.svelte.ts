///<reference types="svelte" />
;
import X from '@lucide/svelte/icons/x';
import type { Snippet } from 'svelte';
import { useI18n } from '$lib/i18n/index.ts';

;type $$ComponentProps =  { children: Snippet };function $$render() {

  
  
  

  let { children }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
  const { t } = useI18n();
  const words = t.workshop.directory;
;
async () => {


 { svelteHTML.createElement("aside", {   "id":`filtres`,"aria-labelledby":`fil-h`,});
   { svelteHTML.createElement("h2", {   "class":`vh`,"id":`fil-h`,});words.filters; }
   { svelteHTML.createElement("p", {});
     { svelteHTML.createElement("b", { "aria-hidden":`true`,});words.filters; } { svelteHTML.createElement("a", {    "href":`#liste`,"aria-label":words.closeFilters,}); { const $$_X3C = __sveltets_2_ensureComponent(X); new $$_X3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   }
  ;__sveltets_2_ensureSnippet(children());
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FilterDrawer__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FilterDrawer__SvelteComponent_ = ReturnType<typeof FilterDrawer__SvelteComponent_>;
/*Ωignore_endΩ*/export default FilterDrawer__SvelteComponent_;