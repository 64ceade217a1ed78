///<reference types="svelte" />
;
import { kept, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import { spanField, spansPerDay, toField, weekdays, type WorkshopValues } from './workshop-form.ts';
;

  type Props = { spans: WorkshopValues['spans']; typed: Values | undefined };;function $$render() {

  
  
  

  let { spans, typed }: Props = $props();
  const { t } = useI18n();
  const words = t.workshop.form;
  const ends = ['from', 'to'] as const;
  const of = (day: number) => spans.filter((span) => span.day === day);
  const rows = (day: number) => Array.from({ length: Math.max(spansPerDay, of(day).length) }, (_, nth) => nth);
  const value = (day: number, nth: number, end: 'from' | 'to') =>
    kept(typed, spanField(day, nth, end), typed ? '' : toField(of(day)[nth]?.[end] ?? ''));
;
async () => {

   for(let day of __sveltets_2_ensureArray(weekdays)){day;
   { svelteHTML.createElement("fieldset", {});
     { svelteHTML.createElement("legend", {});t.workshop.days[day - 1]; }
     { svelteHTML.createElement("div", { "class":`spans`,});
         for(let nth of __sveltets_2_ensureArray(rows(day))){nth;
         { svelteHTML.createElement("span", { "class":`span`,});
             for(let end of __sveltets_2_ensureArray(ends)){end;
             { svelteHTML.createElement("span", {   "class":`soft`,"aria-hidden":`true`,});words[end]; }
             { svelteHTML.createElement("input", {         "type":`time`,"name":spanField(day, nth, end),"value":value(day, nth, end),"aria-label":words.span(t.workshop.days[day - 1] ?? '', nth + 1, words[end]),});}
          }
         }
      }
     }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HoursEditor__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HoursEditor__SvelteComponent_ = ReturnType<typeof HoursEditor__SvelteComponent_>;
/*Ωignore_endΩ*/export default HoursEditor__SvelteComponent_;