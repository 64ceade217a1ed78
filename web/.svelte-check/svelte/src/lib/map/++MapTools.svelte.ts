///<reference types="svelte" />
;
import Minus from '@lucide/svelte/icons/minus';
import Plus from '@lucide/svelte/icons/plus';
import Scan from '@lucide/svelte/icons/scan';
import { useI18n } from '../i18n/index.ts';
;

  interface Props {
    onzoom: (steps: number) => void;
    onwhole: () => void;
    /** With it, a button offers to search where the person has moved to. */
    onhere?: () => void;
  };function $$render() {

  
  
  
  

  let { onzoom, onwhole, onhere }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("div", { "class":`tools`,});
   { svelteHTML.createElement("button", {        "type":`button`,"aria-label":t.map.closer,"title":t.map.closer,"onclick":() => onzoom(1),}); { const $$_sulP2C = __sveltets_2_ensureComponent(Plus); new $$_sulP2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   { svelteHTML.createElement("button", {        "type":`button`,"aria-label":t.map.farther,"title":t.map.farther,"onclick":() => onzoom(-1),}); { const $$_suniM2C = __sveltets_2_ensureComponent(Minus); new $$_suniM2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   { svelteHTML.createElement("button", {        "type":`button`,"aria-label":t.map.whole,"title":t.map.whole,"onclick":onwhole,}); { const $$_nacS2C = __sveltets_2_ensureComponent(Scan); new $$_nacS2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
 }
if(onhere){
   { svelteHTML.createElement("button", {     "class":`here`,"type":`button`,"onclick":onhere,});t.map.searchHere; }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MapTools__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MapTools__SvelteComponent_ = ReturnType<typeof MapTools__SvelteComponent_>;
/*Ωignore_endΩ*/export default MapTools__SvelteComponent_;