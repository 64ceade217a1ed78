///<reference types="svelte" />
;
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Viewer } from '../identity/viewer.ts';
import { kept } from '../forms/enhance.ts';
import { faultIn } from '../forms/fault.ts';
import { keyField, keyFor } from '../forms/idempotency.ts';
import { kept as typed } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import { wordRefusal } from '../i18n/wording.ts';
import Button from '../ui/Button.svelte';
import Choice from '../ui/Choice.svelte';
import ChoiceGroup from '../ui/ChoiceGroup.svelte';
import Cote from '../ui/Cote.svelte';
import DateTimeField from '../ui/DateTimeField.svelte';
import ErrorSummary from '../ui/ErrorSummary.svelte';
import Field from '../ui/Field.svelte';
import Needs from '../ui/Needs.svelte';
import type { Booking, BookingFault } from './booking.server.ts';
import PriceTable from './PriceTable.svelte';
import { needsOf, nextOf } from './words.ts';
;

  type Props = {
    machine: { use: 'on_site' | 'take_away' | 'both'; terms: { automatic: boolean; conditions: string } };
    timeZone: string;
    booking: Booking;
    viewer: Viewer | undefined;
    /** What the page's actions gave back. */
    form: unknown;
  };;function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { machine, timeZone, booking, viewer, form }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing.form;
  const format = $derived(formatIn(timeZone));
  const fault = $derived(faultIn(form) as BookingFault | undefined);
  /** The slot as typed: what was refused stays, until the calendar or the URL says another. */
  const wish = $derived({
    from: typed(fault?.values, 'du', booking.from),
    until: typed(fault?.values, 'au', booking.until),
    use: typed(fault?.values, 'usage', booking.use),
  });
  const quote = $derived(fault ? fault.quote : booking.quote);
  const use = $derived(wish.use === 'take_away' ? ('take_away' as const) : ('on_site' as const));
  const needs = $derived(quote ? needsOf(t, format, use, booking.here, quote) : []);
  const missing = $derived(needs.filter(({ met }) => !met).length);
  const next = $derived(quote ? nextOf(quote) : undefined);
  const minutes = $derived(
    wish.from && wish.until ? (Date.parse(`${wish.until}Z`) - Date.parse(`${wish.from}Z`)) / 60_000 : 0,
  );
  const uses = (['on_site', 'take_away'] as const).map((value) => ({ value, label: t.borrowing.useTitle[value] }));

  /** The address of this page with another slot: links and fields go through it, so that the form needs no memory. */
  function at(from: string, until: string, chosen: string): string {
    const kept = [...page.url.searchParams].filter(([name]) => !/^(\/.*|du|au|usage)$/.test(name));
    const search = new URLSearchParams([...kept, ['du', from], ['au', until], ['usage', chosen]]);
    return `${page.url.pathname}?${search}#reserver`;
  }

  function look(event: Event) {
    const fields = new FormData((event.currentTarget as HTMLElement).closest('form')!);
    const [from, until, chosen] = ['du', 'au', 'usage'].map((name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    });
    if (from && until)
      void goto(at(from, until, chosen || use), { keepFocus: true, noScroll: true, replaceState: true });
  }
;
async () => {

 { svelteHTML.createElement("section", {     "class":`book`,"id":`reserver`,"aria-labelledby":`reserver-titre`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`reserver-titre`,});words.title; }
    if(minutes > 0){ { const $$_etoC2C = __sveltets_2_ensureComponent(Cote); new $$_etoC2C({ target: __sveltets_2_any(), props: {  "value":format.duration(minutes),}});}}
   }
   {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/demander`,"class":`body`,});
     { const $$_yrammuSrorrE2C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE2C({ target: __sveltets_2_any(), props: {  "text":fault ? wordRefusal(t, format, fault.refusal) : undefined,}});}
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":`timeZone`,"value":timeZone,});}
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":keyFor(booking.key, fault?.values),});}
     { svelteHTML.createElement("div", {   "class":`fields`,"onchange":look,});
       { svelteHTML.createElement("div", { "class":`fields times`,});
          { const $$_dleiFemiTetaD4C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD4C({ target: __sveltets_2_any(), props: {      "label":words.from,"name":`du`,"value":wish.from,"required":true,}});}
          { const $$_dleiFemiTetaD4C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD4C({ target: __sveltets_2_any(), props: {      "label":words.until,"name":`au`,"value":wish.until,"required":true,}});}
       }
      if(machine.use === 'both'){
         { const $$_puorGeciohC3C = __sveltets_2_ensureComponent(ChoiceGroup); new $$_puorGeciohC3C({ target: __sveltets_2_any(), props: {        "legend":words.use,"name":`usage`,"options":uses,"chosen":[use],}});}
      }else{
         { svelteHTML.createElement("input", {      "type":`hidden`,"name":`usage`,"value":machine.use,});}
         { svelteHTML.createElement("p", { "class":`caption`,});t.borrowing.useTitle[machine.use]; }
      }
     }
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {               "label":words.note,"name":`note`,"multiline":true,"rows":2,"maxlength":2000,"optional":true,"hint":words.noteHint,"value":typed(fault?.values, 'note'),}});}
     { svelteHTML.createElement("noscript", { }); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`line`,"wide":true,"formmethod":`get`,"formaction":`#reserver`,"formnovalidate":true,}});words.look;  Button} }
    if(quote){
       { svelteHTML.createElement("div", {    "class":`stack`,"aria-live":`polite`,});__sveltets_2_ensureType(String, Number, " ");
         { svelteHTML.createElement("h3", { });missing > 0;missing > 0 ? words.missing(missing) : words.needs; }
         { const $$_sdeeN3C = __sveltets_2_ensureComponent(Needs); new $$_sdeeN3C({ target: __sveltets_2_any(), props: { needs,}});}
        if(next){
          const [from, until] = [format.fieldDateTime(next.from), format.fieldDateTime(next.until)];
           { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`line`,"wide":true,"href":at(from, until, use),}});words.takeNext(format.period(next.from, next.until));  Button}
        }
         { const $$_elbaTecirP3C = __sveltets_2_ensureComponent(PriceTable); new $$_elbaTecirP3C({ target: __sveltets_2_any(), props: {    "price":quote.price,"caption":words.price,}});}
       }
    }else{
       { svelteHTML.createElement("p", { "class":`caption`,});words.pick; }
    }
    if(viewer){
       { const $$_eciohC2C = __sveltets_2_ensureComponent(Choice); new $$_eciohC2C({ target: __sveltets_2_any(), props: {            "label":words.terms,"name":`termsAccepted`,"value":`oui`,"required":true,"checked":typed(fault?.values, 'termsAccepted') === 'oui',"hint":machine.terms.conditions || words.termsNone,}});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});machine.terms.automatic ? words.book : words.submit; Button}
       { svelteHTML.createElement("p", { "class":`caption`,});
        viewer.acting ? words.asParty(viewer.acting.name) : words.asSelf;
        if(machine.terms.automatic){words.direct;} else if (quote?.holdUntil){words.held(
            format.dateTime(quote.holdUntil),
          );}
       }
    }else{
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"wide":true,"href":`/connexion?suite=${encodeURIComponent(booking.here)}`,}});words.signIn; Button}
    }
   }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BookingForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BookingForm__SvelteComponent_ = ReturnType<typeof BookingForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default BookingForm__SvelteComponent_;