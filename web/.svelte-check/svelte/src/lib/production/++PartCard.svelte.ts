///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Sheet from '../ui/Sheet.svelte';
import PartDrawing from './PartDrawing.svelte';
import type { PartView } from './words.server.ts';
;

  type Props = { part: PartView; /** Said when the part is not alone. */ title: string };;function $$render() {

  
  
  
  

  let { part, title }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { const $$_teehS0C = __sveltets_2_ensureComponent(Sheet); new $$_teehS0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"tag":`section`,"labelledby":`part-${part.id}`,}});
   { svelteHTML.createElement("div", { "class":`pad top`,});
     { svelteHTML.createElement("h2", {   "id":`part-${part.id}`,"class":`h`,});title; }
    if(part.size){
       { const $$_gniwarDtraP2C = __sveltets_2_ensureComponent(PartDrawing); new $$_gniwarDtraP2C({ target: __sveltets_2_any(), props: {      "size":part.size,"thickness":part.thickness,"alt":t.production.page.drawingAlt(part.sizeText),}});}
    }
   }
   { svelteHTML.createElement("dl", {});
       for(let fact of __sveltets_2_ensureArray(part.spec)){fact.label;
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});fact.label; }
         { svelteHTML.createElement("dd", {});fact.value; }
       }
    }
   }
 Sheet}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PartCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PartCard__SvelteComponent_ = ReturnType<typeof PartCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default PartCard__SvelteComponent_;