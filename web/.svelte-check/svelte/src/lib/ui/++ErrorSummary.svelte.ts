///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    /** The sentence of the refusal: what, why, what to do. */
    text?: string;
    /** Fields at fault, each linked to its input by id. */
    faults?: readonly { id: string; text: string }[];
  };;function $$render() {

  
  

  let { text, faults = [] }: Props = $props();
  const { t } = useI18n();
;
async () => {

if(text || faults.length > 0){
   { svelteHTML.createElement("div", {       "class":`sum`,"role":`alert`,"tabindex":-1,...__sveltets_2_empty({"data-fault":true}),...__sveltets_2_empty({"data-s":`bad`}),});
     { const $$_trelAelgnairT1C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
     { svelteHTML.createElement("div", {});
      if(text){ { svelteHTML.createElement("p", {});text; }}else{ { svelteHTML.createElement("p", {});t.common.errorTitle(faults.length); }}
      if(faults.length > 0){ { svelteHTML.createElement("ul", {});
             for(let fault of __sveltets_2_ensureArray(faults)){fault.id; { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`#${fault.id}`,});fault.text; } }}
         }}
     }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ErrorSummary__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ErrorSummary__SvelteComponent_ = ReturnType<typeof ErrorSummary__SvelteComponent_>;
/*Ωignore_endΩ*/export default ErrorSummary__SvelteComponent_;