///<reference types="svelte" />
;
import Search from '@lucide/svelte/icons/search';
import type { Snippet } from 'svelte';
import Button from './Button.svelte';
;

  type Props = {
    label: string;
    action: string;
    go: string;
    /** Cells, three a row on a desk, two on a phone. */ children: Snippet;
    /** Under the cells, folded. */ more?: Snippet;
  };;function $$render() {

  
  
  

  let { label, action, go, children, more }: Props = $props();
;
async () => {

 { svelteHTML.createElement("form", {      "class":`seek sheet`,"role":`search`,"aria-label":label,action,});
  ;__sveltets_2_ensureSnippet(children());
   { svelteHTML.createElement("div", { "class":`go`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}}); { const $$_hcraeS3C = __sveltets_2_ensureComponent(Search); new $$_hcraeS3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}go; Button} }
  ;__sveltets_2_ensureSnippet(more?.());
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SeekBlock__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SeekBlock__SvelteComponent_ = ReturnType<typeof SeekBlock__SvelteComponent_>;
/*Ωignore_endΩ*/export default SeekBlock__SvelteComponent_;