///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import X from '@lucide/svelte/icons/x';
import type { Snippet } from 'svelte';
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    tone?: 'ok' | 'info' | 'warn' | 'bad';
    text: string;
    onclose: () => void;
    /** A button; the message then stays until closed. */ children?: Snippet;
  };;function $$render() {

  
  
  
  
  

  let { tone = 'ok', text, onclose, children }: Props = $props();
  const { t } = useI18n();
  const stay = 6000;

  $effect(() => {
    if (children) return;
    const timer = setTimeout(onclose, stay);
    return () => clearTimeout(timer);
  });
;
async () => {

 { svelteHTML.createElement("div", {     "class":`toast no-print`,"role":`status`,...__sveltets_2_empty({"data-s":tone}),});
  if(tone === 'ok' || tone === 'info'){ { const $$_kcehC1C = __sveltets_2_ensureComponent(Check); new $$_kcehC1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}else{ { const $$_trelAelgnairT1C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
   { svelteHTML.createElement("p", {});text; }
   { svelteHTML.createElement("div", { "class":`row`,});
    ;__sveltets_2_ensureSnippet(children?.());
     { svelteHTML.createElement("button", {     "type":`button`,"aria-label":t.common.close,"onclick":onclose,}); { const $$_X3C = __sveltets_2_ensureComponent(X); new $$_X3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Toast__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Toast__SvelteComponent_ = ReturnType<typeof Toast__SvelteComponent_>;
/*Ωignore_endΩ*/export default Toast__SvelteComponent_;