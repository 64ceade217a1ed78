///<reference types="svelte" />
;
import '../app.css';
import { onMount } from 'svelte';
import { page } from '$app/state';
import { putBackEarlyTyping } from '$lib/forms/early.ts';
import { setI18n } from '$lib/i18n/index.ts';
import Behalf from '$lib/shell/Behalf.svelte';
import BottomBar from '$lib/shell/BottomBar.svelte';
import Footer from '$lib/shell/Footer.svelte';
import Header from '$lib/shell/Header.svelte';
import type { LayoutProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  let { data, children }: LayoutProps = $props();
  // A change of language is a new page: the words of this one do not change under way.
  // svelte-ignore state_referenced_locally
  const { t } = setI18n(data.locale, data.messages);
  onMount(putBackEarlyTyping);
  const path = $derived(page.url.pathname);
  const here = $derived(page.url.pathname + page.url.search);
  /** A network acts for others; a workshop or a firm acts for itself. */
  const behalf = $derived(data.viewer?.acting?.scope === 'network' ? data.viewer.acting : undefined);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`page`,});
   { svelteHTML.createElement("a", {   "class":`skip`,"href":`#contenu`,});t.shell.skip; }
   { const $$_redaeH1C = __sveltets_2_ensureComponent(Header); new $$_redaeH1C({ target: __sveltets_2_any(), props: {    "viewer":data.viewer,path,here,}});}
  if(behalf){ { const $$_flaheB1C = __sveltets_2_ensureComponent(Behalf); new $$_flaheB1C({ target: __sveltets_2_any(), props: {   "acting":behalf,here,}});}}
   { svelteHTML.createElement("main", {   "id":`contenu`,"tabindex":-1,});;__sveltets_2_ensureSnippet(children()); }
   { const $$_retooF1C = __sveltets_2_ensureComponent(Footer); new $$_retooF1C({ target: __sveltets_2_any(), props: {   "viewer":data.viewer,here,}});}
   { const $$_raBmottoB1C = __sveltets_2_ensureComponent(BottomBar); new $$_raBmottoB1C({ target: __sveltets_2_any(), props: {   "viewer":data.viewer,path,}});}
 }


};
return { props: {} as any as LayoutProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Layout__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Layout__SvelteComponent_ = ReturnType<typeof Layout__SvelteComponent_>;
/*Ωignore_endΩ*/export default Layout__SvelteComponent_;