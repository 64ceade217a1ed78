///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import type { Day } from './days.server.ts';
;

  type Props = { days: readonly Day[]; month: string; dayHref: (date: string) => string };;function $$render() {

  
  

  let { days, month, dayHref }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.catalogue.calendar;
  const plain = formatIn('UTC');
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  const states = ['free', 'some', 'taken', 'closed', 'past'] as const;
;
async () => {

 { svelteHTML.createElement("div", { "class":`month`,});
   { svelteHTML.createElement("div", {   "class":`heads`,"aria-hidden":`true`,});
       for(let day of __sveltets_2_ensureArray((days.slice(0, 7)))){day.date; { svelteHTML.createElement("span", {});plain.weekday(noon(day.date), 'short'); }}
   }
   { svelteHTML.createElement("ol", {});
       for(let day of __sveltets_2_ensureArray(days)){day.date;
       { svelteHTML.createElement("li", {  });!day.date.startsWith(month);day.isToday;
         { svelteHTML.createElement("a", {          "href":dayHref(day.date),"data-sveltekit-noscroll":true,...__sveltets_2_empty({"data-d":day.state}),"aria-label":words.openDay(plain.longDate(noon(day.date)), words.monthState[day.state]),"aria-current":day.isToday ? 'date' : undefined,});
           { svelteHTML.createElement("b", {});Number(day.date.slice(8)); }
           { svelteHTML.createElement("span", {   "class":`bar`,"aria-hidden":`true`,}); { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, Math.min(1, day.freeHours / 9)); } }
           { svelteHTML.createElement("span", {   "class":`word`,"aria-hidden":`true`,});words.monthState[day.state]; }
         }
       }
    }
   }
 }
 { svelteHTML.createElement("ul", {   "class":`legend`,"aria-label":words.legend,});
     for(let state of __sveltets_2_ensureArray(states)){state; { svelteHTML.createElement("li", {}); { svelteHTML.createElement("i", { ...__sveltets_2_empty({"data-d":state}),}); }words.monthState[state]; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MonthCalendar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MonthCalendar__SvelteComponent_ = ReturnType<typeof MonthCalendar__SvelteComponent_>;
/*Ωignore_endΩ*/export default MonthCalendar__SvelteComponent_;