///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = { title: string; id?: string; level?: 2 | 3; href?: string; action?: string; children?: Snippet };;function $$render() {

  

  let { title, id, level = 2, href, action, children }: Props = $props();
;
async () => {

 { svelteHTML.createElement("div", { "class":`head`,});
   { svelteHTML.createElement(`h${level}`, {    id,"class":`title`,});title; }
  if(href && action){ { svelteHTML.createElement("a", {href,});action; }}
  if(children){ { svelteHTML.createElement("div", { "class":`end`,});;__sveltets_2_ensureSnippet(children()); }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Head__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Head__SvelteComponent_ = ReturnType<typeof Head__SvelteComponent_>;
/*Ωignore_endΩ*/export default Head__SvelteComponent_;