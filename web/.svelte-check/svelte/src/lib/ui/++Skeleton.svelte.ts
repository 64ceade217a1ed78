///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';

;type $$ComponentProps =  { rows?: number };function $$render() {

  

  let { rows = 3 }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("div", {   "class":`skel`,"role":`status`,});
   { svelteHTML.createElement("span", { "class":`vh`,});t.common.loading; }
      for(let _ of __sveltets_2_ensureArray({ length: rows })){let index = 1;index;
     { svelteHTML.createElement("div", {   "class":`r`,"aria-hidden":`true`,});
       { svelteHTML.createElement("i", {}); }
       { svelteHTML.createElement("div", {}); { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, `${62 - index * 6} `); } { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, " "); } { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, " "); } }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Skeleton__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Skeleton__SvelteComponent_ = ReturnType<typeof Skeleton__SvelteComponent_>;
/*Ωignore_endΩ*/export default Skeleton__SvelteComponent_;