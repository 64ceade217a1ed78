///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import { useI18n } from '../i18n/index.ts';
import Head from '../ui/Head.svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    title: string;
    document: { present: readonly string[]; missing: readonly string[]; condition: string; damage?: string | null };
    /** Who signed, and when. */
    signed: string;
  };;function $$render() {

  
  
  
  
  

  let { title, document, signed }: Props = $props();
  const { t } = useI18n();
  const words = t.borrowing.state;
  const total = $derived(document.present.length + document.missing.length);
;
async () => {

 { svelteHTML.createElement("section", {});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },title,"level":2,}});
     { svelteHTML.createElement("span", { "class":`soft small`,});total > 0 ? words.count(document.present.length, total) : words.noList; }
   Head}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
    if(total > 0){
       { svelteHTML.createElement("ul", {});
           for(let item of __sveltets_2_ensureArray(document.present)){item; { svelteHTML.createElement("li", {}); { const $$_kcehC4C = __sveltets_2_ensureComponent(Check); new $$_kcehC4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}item; }}
           for(let item of __sveltets_2_ensureArray(document.missing)){item; { svelteHTML.createElement("li", { "class":`bad`,});
             { const $$_trelAelgnairT4C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}item; words.missing;
           }}
       }
    }
     { svelteHTML.createElement("p", {});document.condition || words.nothing; }
    if(document.damage){ { svelteHTML.createElement("p", { "class":`bad`,});
         { const $$_trelAelgnairT3C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", {}); { svelteHTML.createElement("b", {});words.damage; } document.damage; }
       }}
     { svelteHTML.createElement("p", { "class":`caption`,});signed; }
   Sheet}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ConditionSheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ConditionSheet__SvelteComponent_ = ReturnType<typeof ConditionSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default ConditionSheet__SvelteComponent_;