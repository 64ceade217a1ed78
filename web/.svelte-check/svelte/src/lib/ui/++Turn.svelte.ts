///<reference types="svelte" />
;
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ClockAlert from '@lucide/svelte/icons/clock-alert';
import Hourglass from '@lucide/svelte/icons/hourglass';
import type { Snippet } from 'svelte';
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    title: string;
    /** yours: orange, you must act; wait: the other side must; late: time has run out. One per page. */
    tone?: 'yours' | 'wait' | 'late';
    /** The words of the flag; "À vous" unless said. */
    flag?: string;
    children: Snippet;
  };;function $$render() {

  
  
  
  
  

  let { title, tone = 'yours', flag, children }: Props = $props();
  const { t } = useI18n();
  const id = $props.id();
  const Glyph = $derived({ yours: ArrowRight, wait: Hourglass, late: ClockAlert }[tone]);
;
async () => {

 { svelteHTML.createElement("section", {   "class":['turn', tone],"aria-labelledby":id,});
  if(tone !== 'wait' || flag){ { svelteHTML.createElement("span", { "class":`flag`,}); { const $$_hpylG2C = __sveltets_2_ensureComponent(Glyph); new $$_hpylG2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}flag ?? t.common.yourTurn; }}
   { svelteHTML.createElement("div", { "class":`b`,});
     { svelteHTML.createElement("h2", {id,});title; }
    ;__sveltets_2_ensureSnippet(children());
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Turn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Turn__SvelteComponent_ = ReturnType<typeof Turn__SvelteComponent_>;
/*Ωignore_endΩ*/export default Turn__SvelteComponent_;