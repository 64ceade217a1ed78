///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import type { Day, Slot } from './days.server.ts';
;

  type Props = {
    days: readonly Day[];
    hours: { from: number; to: number };
    timeZone: string;
    /** On a phone one day is shown; the others are tabs. */
    shown: string;
    units: number;
    /** The address of a tab. */
    dayHref: (date: string) => string;
    /** The address by which a free stretch is chosen; none, and it is only read. */
    slotHref?: (slot: Slot) => string;
  };;function $$render() {
 const body/*Ωignore_positionΩ*/ = (slot: Slot)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("b", {});nameOf(slot); } { svelteHTML.createElement("span", { });tiny(slot);span(slot); }
  if(slot.kind === 'held' && slot.holdUntil){ { svelteHTML.createElement("span", { });words.heldUntil(`${format.weekday(slot.holdUntil, 'short')} ${format.time(slot.holdUntil)}`); }}
  if(slot.label){ { svelteHTML.createElement("span", { "class":`who`,});slot.label; }}
};return __sveltets_2_any(0)};
  
  

  let { days, hours, timeZone, shown, units, dayHref, slotHref }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.catalogue.calendar;
  const format = $derived(formatIn(timeZone));
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  const plain = formatIn('UTC');
  const ruled = $derived(Array.from({ length: hours.to - hours.from }, (_, n) => hours.from + n));
  const legends = ['free', 'chosen', 'booked', 'held', 'cleaning', 'maintenance', 'late', 'closed'] as const;

  const visible = (day: Day) =>
    day.slots.filter(
      (slot) => slot.end > hours.from && slot.start < hours.to && slot.kind !== 'closed' && slot.kind !== 'past',
    );
  const isClosed = (day: Day) => day.slots.every(({ kind }) => kind === 'closed');
  const ground = (day: Day) =>
    day.slots.filter(
      (slot) => (slot.kind === 'closed' || slot.kind === 'past') && slot.end > hours.from && slot.start < hours.to,
    );
  const clip = (slot: Slot) => ({ a: Math.max(hours.from, slot.start), b: Math.min(hours.to, slot.end) });
  const nameOf = (slot: Slot) =>
    slot.kind === 'free' && units > 1 ? words.freeUnits(slot.free, units) : words[slot.kind];
  const span = (slot: Slot) =>
    slot.end - slot.start >= 24 ? words.allDay : words.span(format.time(slot.from), format.time(slot.until));
  const tight = (slot: Slot) => {
    const { a, b } = clip(slot);
    return b - a <= 1;
  };
  const tiny = (slot: Slot) => {
    const { a, b } = clip(slot);
    return b - a < 0.6;
  };
;
async () => {



 { svelteHTML.createElement("ul", {   "class":`strip`,"aria-label":words.days,});
     for(let day of __sveltets_2_ensureArray(days)){day.date;
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("a", {        "href":dayHref(day.date),"data-sveltekit-noscroll":true,"aria-current":day.date === shown ? 'date' : undefined,});day.isPast;isClosed(day);
         { svelteHTML.createElement("span", {});plain.weekday(noon(day.date), 'short'); } { svelteHTML.createElement("b", {});Number(day.date.slice(8)); } { svelteHTML.createElement("i", {  });__sveltets_2_ensureType(String, Number, Math.min(1, day.freeHours / 9)); } { svelteHTML.createElement("span", { "class":`vh`,}); words.monthState[day.state]; }
       }
     }
  }
 }
 { svelteHTML.createElement("div", {   "class":`cal`,});__sveltets_2_ensureType(String, Number, hours.from);__sveltets_2_ensureType(String, Number, hours.to);
   { svelteHTML.createElement("div", {   "class":`hours`,"aria-hidden":`true`,});
       for(let hour of __sveltets_2_ensureArray(ruled)){hour; { svelteHTML.createElement("span", {});plain.time(new Date(Date.UTC(2026, 0, 1, hour))); }}
   }
     for(let day of __sveltets_2_ensureArray(days)){day.date;
     { svelteHTML.createElement("section", {        "class":`day`,"aria-label":plain.longDate(noon(day.date)),});day.isToday;day.isPast;day.date === shown;
       { svelteHTML.createElement("h3", {});
         { svelteHTML.createElement("span", {});plain.weekday(noon(day.date), 'short'); }  { svelteHTML.createElement("b", {});Number(day.date.slice(8)); }if(day.isToday){ { svelteHTML.createElement("i", { });words.today; }}
       }
       { svelteHTML.createElement("div", { "class":`col`,});
           for(let slot of __sveltets_2_ensureArray(ground(day))){slot.from;const { a, b } = clip(slot); { svelteHTML.createElement("span", {       "class":`shut`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, a);__sveltets_2_ensureType(String, Number, b); }}
         { svelteHTML.createElement("ol", {});
          if(isClosed(day)){ { svelteHTML.createElement("li", { "class":`whole`,});words.closed; }}
             for(let slot of __sveltets_2_ensureArray(visible(day))){slot.from;
            const { a, b } = clip(slot);
             { svelteHTML.createElement("li", {           "class":`slot`,...__sveltets_2_empty({"data-c":slot.kind}),...__sveltets_2_empty({"data-short":tight(slot) || undefined}),...__sveltets_2_empty({"data-tiny":tiny(slot) || undefined}),});__sveltets_2_ensureType(String, Number, a);__sveltets_2_ensureType(String, Number, b);
              if(slot.kind === 'free' && slotHref){
                 { svelteHTML.createElement("a", { "href":slotHref(slot),});;__sveltets_2_ensureSnippet(body(slot)); }
              } else if (slot.href){
                 { svelteHTML.createElement("a", { "href":slot.href,});;__sveltets_2_ensureSnippet(body(slot)); }
              }else{;__sveltets_2_ensureSnippet(body(slot));}
             }
          }
         }
       }
     }
  }
 }
 { svelteHTML.createElement("ul", {   "class":`legend`,"aria-label":words.legend,});
     for(let kind of __sveltets_2_ensureArray(legends)){kind; { svelteHTML.createElement("li", {}); { svelteHTML.createElement("i", { ...__sveltets_2_empty({"data-c":kind}),}); }words.legends[kind]; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WeekCalendar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WeekCalendar__SvelteComponent_ = ReturnType<typeof WeekCalendar__SvelteComponent_>;
/*Ωignore_endΩ*/export default WeekCalendar__SvelteComponent_;