///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import CircleHelp from '@lucide/svelte/icons/circle-help';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Snippet } from 'svelte';
;

  type Props = {
    tone?: 'ok' | 'info' | 'warn' | 'bad';
    title?: string;
    text?: string;
    /** A button, at most one. */ children?: Snippet;
  };;function $$render() {

  
  
  
  

  let { tone = 'info', title, text, children }: Props = $props();
  const Glyph = $derived({ ok: Check, info: CircleHelp, warn: TriangleAlert, bad: TriangleAlert }[tone]);
;
async () => {

 { svelteHTML.createElement("div", {     "class":`notice`,...__sveltets_2_empty({"data-s":tone}),"role":tone === 'bad' ? 'alert' : 'status',});
   { const $$_hpylG1C = __sveltets_2_ensureComponent(Glyph); new $$_hpylG1C({ target: __sveltets_2_any(), props: {    "aria-hidden":`true`,"strokeWidth":2.4,}});}
   { svelteHTML.createElement("p", { });title;
    if(title){ { svelteHTML.createElement("b", {});title; }}text;
   }
  if(children){ { svelteHTML.createElement("div", { "class":`act`,});;__sveltets_2_ensureSnippet(children()); }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Notice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Notice__SvelteComponent_ = ReturnType<typeof Notice__SvelteComponent_>;
/*Ωignore_endΩ*/export default Notice__SvelteComponent_;