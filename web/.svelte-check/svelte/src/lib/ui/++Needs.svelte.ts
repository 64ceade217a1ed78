///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import X from '@lucide/svelte/icons/x';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { needs: readonly { label: string; detail?: string; met: boolean; href?: string; action?: string }[] };;function $$render() {

  
  
  

  let { needs }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("ul", { "class":`needs`,});
     for(let need of __sveltets_2_ensureArray(needs)){need.label;
     { svelteHTML.createElement("li", { ...__sveltets_2_empty({"data-s":need.met ? 'ok' : 'bad'}),});
       { svelteHTML.createElement("i", { });if(need.met){ { const $$_kcehC3C = __sveltets_2_ensureComponent(Check); new $$_kcehC3C({ target: __sveltets_2_any(), props: {    "aria-hidden":`true`,"strokeWidth":4,}});}}else{ { const $$_X3C = __sveltets_2_ensureComponent(X); new $$_X3C({ target: __sveltets_2_any(), props: {     "aria-hidden":`true`,"strokeWidth":4,}});}} }
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("b", {});need.label; { svelteHTML.createElement("span", { "class":`vh`,}); need.met ? t.common.need.met : t.common.need.missing; } }
        if(need.detail){ { svelteHTML.createElement("span", {});need.detail; }}
        if(need.href && need.action){ { svelteHTML.createElement("a", { "href":need.href,});need.action; }}
       }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Needs__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Needs__SvelteComponent_ = ReturnType<typeof Needs__SvelteComponent_>;
/*Ωignore_endΩ*/export default Needs__SvelteComponent_;