///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Span = { day: number; from: string; to: string };;;
  type Props = {
    spans: readonly Span[];
    timeZone: string;
    now: string;
  };;function $$render() {

  


  let { spans, timeZone, now }: Props = $props();
  const { t, locale, formatIn } = useI18n();
  const there = $derived(formatIn(timeZone));
  const today = $derived(((new Date(`${there.isoDay(now)}T12:00:00Z`).getUTCDay() + 6) % 7) + 1);
  /** 9 h 30; 9:30 */
  const said = (time: string) => {
    const [hours = '', minutes = ''] = time.split(':');
    if (locale === 'en') return `${Number(hours)}:${minutes}`;
    return `${Number(hours)}\u00A0h${minutes === '00' ? '' : `\u00A0${minutes}`}`;
  };
  const join = $derived(locale === 'fr' ? 'à' : 'to');
  const of = (day: number) => spans.filter((span) => span.day === day);
  const zone = $derived(there.zoneNote(now));
;
async () => {

 { svelteHTML.createElement("dl", {});
      for(let name of __sveltets_2_ensureArray(t.workshop.days)){let n = 1;name;
     { svelteHTML.createElement("div", { });n + 1 === today;
       { svelteHTML.createElement("dt", {});name; }
       { svelteHTML.createElement("dd", {});
           for(let { from, to } of __sveltets_2_ensureArray(of(n + 1))){from; { svelteHTML.createElement("span", { "class":`nb`,});said(from); join; said(to); }} { svelteHTML.createElement("span", {  "class":`soft`,});t.workshop.page.closedDay; }
       }
     }
  }
 }
if(zone){ { svelteHTML.createElement("p", { "class":`caption`,});t.workshop.page.zone(zone); }}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OpeningHours__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OpeningHours__SvelteComponent_ = ReturnType<typeof OpeningHours__SvelteComponent_>;
/*Ωignore_endΩ*/export default OpeningHours__SvelteComponent_;