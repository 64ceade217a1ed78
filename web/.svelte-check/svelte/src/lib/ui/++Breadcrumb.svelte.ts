///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    /** From the top down, without the current page. */ trail: readonly { href: string; label: string }[];
    current: string;
  };;function $$render() {

  

  let { trail, current }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("nav", {   "class":`crumbs no-print`,"aria-label":t.common.breadcrumb,});
   { svelteHTML.createElement("ol", {});
       for(let step of __sveltets_2_ensureArray(trail)){step.href; { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":step.href,});step.label; } }}
     { svelteHTML.createElement("li", { "aria-current":`page`,});current; }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Breadcrumb__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Breadcrumb__SvelteComponent_ = ReturnType<typeof Breadcrumb__SvelteComponent_>;
/*Ωignore_endΩ*/export default Breadcrumb__SvelteComponent_;