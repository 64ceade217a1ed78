///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import Circle from '@lucide/svelte/icons/circle-dot';
import type { Snippet } from 'svelte';
import { useI18n } from '../i18n/index.ts';
;

  type Step = { label: string; at?: string; state: 'done' | 'now' | 'todo' };;;
  type Props = { label: string; steps: readonly Step[]; /** Under a step: a late pill. */ extra?: Snippet<[number]> };;function $$render() {

  
  
  
  


  let { label, steps, extra }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("ol", {    "class":`thread`,"aria-label":label,});__sveltets_2_ensureType(String, Number, steps.length);
      for(let step of __sveltets_2_ensureArray(steps)){let index = 1;index;
     { svelteHTML.createElement("li", {   ...__sveltets_2_empty({"data-t":step.state}),"aria-current":step.state === 'now' ? 'step' : undefined,});
       { svelteHTML.createElement("span", {    "class":`mark`,"aria-hidden":`true`,});if(step.state === 'done'){ { const $$_kcehC3C = __sveltets_2_ensureComponent(Check); new $$_kcehC3C({ target: __sveltets_2_any(), props: {  "strokeWidth":2.6,}});}} else if (step.state === 'now'){ { const $$_elcriC3C = __sveltets_2_ensureComponent(Circle); new $$_elcriC3C({ target: __sveltets_2_any(), props: {   "strokeWidth":2.6,}});}} }
       { svelteHTML.createElement("b", {});step.label; { svelteHTML.createElement("span", { "class":`vh`,}); t.common.step[step.state]; } }
      if(step.at){ { svelteHTML.createElement("p", {});step.at; }}
      ;__sveltets_2_ensureSnippet(extra?.(index));
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Timeline__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Timeline__SvelteComponent_ = ReturnType<typeof Timeline__SvelteComponent_>;
/*Ωignore_endΩ*/export default Timeline__SvelteComponent_;