///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Cote from '../ui/Cote.svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    preview: {
      title: string;
      labs: readonly { id: string; name: string; distance: string; questions: string }[];
      removed: readonly string[];
      near: readonly string[];
    };
  };;function $$render() {

  
  
  

  let { preview }: Props = $props();
  const { t } = useI18n();
  const words = t.production;
;
async () => {

 { svelteHTML.createElement("div", {   "id":`vu`,"role":`status`,});
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"drawn":true,"pad":true,"tag":`section`,"labelledby":`vu-t`,}});
     { svelteHTML.createElement("h2", { "id":`vu-t`,});preview.title; }
    if(preview.labs.length > 0){
       { svelteHTML.createElement("p", { "class":`caption`,});words.preview.nearest; }
       { svelteHTML.createElement("ol", {});
           for(let lab of __sveltets_2_ensureArray(preview.labs)){lab.id;
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("span", { }); { svelteHTML.createElement("b", {});lab.name; }if(lab.questions){ { svelteHTML.createElement("small", {});lab.questions; }} }
            if(lab.distance){ { const $$_etoC4C = __sveltets_2_ensureComponent(Cote); new $$_etoC4C({ target: __sveltets_2_any(), props: {  "value":lab.distance,}});}}
           }
        }
       }
    }else{
       { svelteHTML.createElement("ul", { "class":`small`,});
           for(let line of __sveltets_2_ensureArray(preview.removed)){line; { svelteHTML.createElement("li", {});line; }}
       }
      if(preview.near.length > 0){
         { svelteHTML.createElement("p", { "class":`caption`,});words.page.near; }
         { svelteHTML.createElement("ul", { "class":`small`,});
             for(let line of __sveltets_2_ensureArray(preview.near)){line; { svelteHTML.createElement("li", {});line; }}
         }
      }
    }
   Sheet}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PreviewSheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PreviewSheet__SvelteComponent_ = ReturnType<typeof PreviewSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default PreviewSheet__SvelteComponent_;