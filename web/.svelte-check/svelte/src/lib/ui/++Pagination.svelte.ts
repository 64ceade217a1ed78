///<reference types="svelte" />
;
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import { useI18n } from '../i18n/index.ts';
import Button from './Button.svelte';
;

  type Props = { previous?: string; next?: string; /** Where one stands: "1 à 20 sur 84". */ words?: string };;function $$render() {

  
  
  
  

  let { previous, next, words }: Props = $props();
  const { t } = useI18n();
;
async () => {

if(previous || next){
   { svelteHTML.createElement("nav", {   "aria-label":t.common.pages,"class":`row spread`,});
    if(previous){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":previous,"rel":`prev`,}}); { const $$_tfeLnorvehC2C = __sveltets_2_ensureComponent(ChevronLeft); new $$_tfeLnorvehC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}t.common.previous;  Button}}
    if(words){ { svelteHTML.createElement("span", { "class":`small soft`,});words; }}
    if(next){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":next,"rel":`next`,}});t.common.next; { const $$_thgiRnorvehC2C = __sveltets_2_ensureComponent(ChevronRight); new $$_thgiRnorvehC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  Button}}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Pagination__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Pagination__SvelteComponent_ = ReturnType<typeof Pagination__SvelteComponent_>;
/*Ωignore_endΩ*/export default Pagination__SvelteComponent_;