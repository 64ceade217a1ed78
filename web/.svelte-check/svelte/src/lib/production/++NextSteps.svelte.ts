///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Props = { steps: readonly { label: string; at: string; state: 'done' | 'now' | 'todo' }[] };;function $$render() {

  

  let { steps }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("ol", {});
      for(let step of __sveltets_2_ensureArray(steps)){let nth = 1;nth;
     { svelteHTML.createElement("li", {   ...__sveltets_2_empty({"data-t":step.state}),"aria-current":step.state === 'now' ? 'step' : undefined,});
       { svelteHTML.createElement("b", {});step.label; { svelteHTML.createElement("span", { "class":`vh`,}); t.common.step[step.state]; } }
      if(step.at){ { svelteHTML.createElement("span", {});step.at; }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NextSteps__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NextSteps__SvelteComponent_ = ReturnType<typeof NextSteps__SvelteComponent_>;
/*Ωignore_endΩ*/export default NextSteps__SvelteComponent_;