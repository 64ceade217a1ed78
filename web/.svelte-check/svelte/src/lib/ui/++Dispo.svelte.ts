///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  export type Half = 'free' | 'taken' | 'closed';;;
  type Props = {
    /** Each day with its two half-days. */
    days: readonly { label: string; morning: Half; afternoon: Half }[];
    /** The same in words, shown beside. */
    words?: string;
  };;function $$render() {

  


  let { days, words }: Props = $props();
  const { t } = useI18n();
  const spoken = $derived(
    days
      .map(
        (day) =>
          `${day.label}, ${t.common.am} ${t.common.half[day.morning]}, ${t.common.pm} ${t.common.half[day.afternoon]}`,
      )
      .join(' ; '),
  );
;
async () => {

 { svelteHTML.createElement("div", { "class":`dispo`,});
   { svelteHTML.createElement("span", { "class":`vh`,});spoken; }
   { svelteHTML.createElement("span", {   "class":`g`,"aria-hidden":`true`,});
       for(let day of __sveltets_2_ensureArray(days)){day.label;
       { svelteHTML.createElement("span", {}); { svelteHTML.createElement("i", { ...__sveltets_2_empty({"data-f":day.morning}),}); } { svelteHTML.createElement("i", { ...__sveltets_2_empty({"data-f":day.afternoon}),}); } { svelteHTML.createElement("em", {});day.label; } }
    }
   }
  if(words){ { svelteHTML.createElement("p", {});words; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Dispo__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Dispo__SvelteComponent_ = ReturnType<typeof Dispo__SvelteComponent_>;
/*Ωignore_endΩ*/export default Dispo__SvelteComponent_;