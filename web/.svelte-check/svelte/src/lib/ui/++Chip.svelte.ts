///<reference types="svelte" />
;
import X from '@lucide/svelte/icons/x';
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    label: string;
    href: string;
    count?: number;
    /** Chosen: double border, and a cross that takes it off. */ on?: boolean;
  };;function $$render() {

  
  

  let { label, href, count, on = false }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("a", {     "class":`chip`,href,"aria-label":on ? t.common.removeFilter(label) : undefined,});on;
  label;if(count !== undefined && !on){ { svelteHTML.createElement("span", { "class":`n`,});count; }}if(on){ { const $$_X1C = __sveltets_2_ensureComponent(X); new $$_X1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Chip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Chip__SvelteComponent_ = ReturnType<typeof Chip__SvelteComponent_>;
/*Ωignore_endΩ*/export default Chip__SvelteComponent_;