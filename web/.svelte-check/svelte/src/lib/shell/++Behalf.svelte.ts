///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Organisation } from '../identity/viewer.ts';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { acting: Organisation; here: string };;function $$render() {

  
  
  

  let { acting, here }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("aside", {   "class":`behalf no-print`,"aria-label":t.shell.actingFor,});
   { svelteHTML.createElement("form", {     "class":`wrap`,"method":`post`,"action":`/reglages`,});
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":here,});}
     { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
     { svelteHTML.createElement("p", {});t.shell.behalf(acting.name); }
     { svelteHTML.createElement("button", {  "name":`acting`,"value":"",});t.shell.stopBehalf; }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Behalf__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Behalf__SvelteComponent_ = ReturnType<typeof Behalf__SvelteComponent_>;
/*Ωignore_endΩ*/export default Behalf__SvelteComponent_;