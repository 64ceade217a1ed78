///<reference types="svelte" />
;
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import Drill from '@lucide/svelte/icons/drill';
import { invalidate } from '$app/navigation';
import { page } from '$app/state';
import BookingForm from '$lib/borrowing/BookingForm.svelte';
import { watchLoans } from '$lib/borrowing/watch.svelte.ts';
import type { Slot } from '$lib/calendar/days.server.ts';
import MonthCalendar from '$lib/calendar/MonthCalendar.svelte';
import WeekCalendar from '$lib/calendar/WeekCalendar.svelte';
import CapabilityTable from '$lib/catalogue/CapabilityTable.svelte';
import Checklist from '$lib/catalogue/Checklist.svelte';
import EnvelopeDrawing from '$lib/catalogue/EnvelopeDrawing.svelte';
import MachineDrawing from '$lib/catalogue/MachineDrawing.svelte';
import TermsSheet from '$lib/catalogue/TermsSheet.svelte';
import { useI18n } from '$lib/i18n/index.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import Head from '$lib/ui/Head.svelte';
import KindTag from '$lib/ui/KindTag.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Tabs from '$lib/ui/Tabs.svelte';
import type { PageProps } from './$types';
function $$render() {
  const atWorkshop/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("a", { "href":`/ateliers/${it.workshop.slug}`,});it.workshop.name; } { svelteHTML.createElement("span", {  "class":`sub`,});it.workshop.city; }};return __sveltets_2_any(0)};  const place/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {it.units[0]?.shelf ?? t.catalogue.use[it.use]; { svelteHTML.createElement("span", {  "class":`sub`,});[it.units[0]?.shelf ? t.catalogue.use[it.use] : '', t.catalogue.units(it.units.length)]
      .filter(Boolean)
      .join(', '); }};return __sveltets_2_any(0)};  const state/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {    "state":states[data.state],"label":stateWord,}});} { svelteHTML.createElement("span", { "class":`sub`,});stateNote; }};return __sveltets_2_any(0)};  const drill/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_llirD0C = __sveltets_2_ensureComponent(Drill); new $$_llirD0C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format, formatIn } = useI18n();
  const words = t.catalogue.page;
  const cal = t.catalogue.calendar;
  const it = $derived(data.equipment);
  const there = $derived(formatIn(data.timeZone));
  const plain = formatIn('UTC');
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  const zone = $derived(there.zoneNote(data.now));
  const code = $derived(it.units[0]?.code ?? '');
  const model = $derived([it.maker, it.model].filter(Boolean).join(' '));
  const states = {
    free: 'ok',
    chosen: 'ok',
    booked: 'info',
    held: 'wait',
    preparation: 'info',
    cleaning: 'info',
    maintenance: 'warn',
    late: 'late',
    closed: 'idle',
    past: 'idle',
  } as const;
  const stateWord = $derived(
    {
      free: words.status.free,
      chosen: words.status.free,
      booked: words.status.booked,
      held: words.status.held,
      preparation: words.status.booked,
      cleaning: words.status.booked,
      maintenance: words.status.maintenance,
      late: words.status.late,
      closed: words.status.closed,
      past: words.status.closed,
    }[data.state],
  );
  const stateNote = $derived(
    data.state === 'free'
      ? data.stateUntil
        ? words.freeUntil(there.time(data.stateUntil))
        : ''
      : data.nextFree
        ? words.freeFrom(`${there.day(data.nextFree, data.now)}, ${there.time(data.nextFree)}`)
        : '',
  );

  /** The same page with some of its address changed. */
  function at(changes: Record<string, string | undefined>): string {
    const dropped = ['semaine', 'mois', 'jour', ...Object.keys(changes)];
    const kept = [...page.url.searchParams].filter(([name]) => !dropped.includes(name) && !name.startsWith('/'));
    const set = Object.entries(changes).flatMap(([name, value]) => (value ? [[name, value]] : []));
    const query = new URLSearchParams([...kept, ...set]).toString();
    return `/equipements/${it.id}${query ? `?${query}` : ''}`;
  }
  const slotHref = (slot: Slot) =>
    `${at({ semaine: data.monday, jour: data.shown, du: there.fieldDateTime(slot.from), au: there.fieldDateTime(slot.until) })}#reserver`;
  const title = $derived(
    data.view === 'month'
      ? plain.month(noon(`${data.month}-15`))
      : cal.range(
          data.monday.slice(0, 7) === data.around.last.slice(0, 7)
            ? String(Number(data.monday.slice(8)))
            : plain.dayMonth(noon(data.monday)),
          plain.dayMonth(noon(data.around.last)),
        ),
  );
  let photo = $state(0);

  /** What is booked elsewhere shows when one comes back to the page. */
  function onvisibilitychange() {
    if (document.visibilityState === 'visible') void invalidate('loans');
  }
  // Who looks does not change while the page is open.
  // svelte-ignore state_referenced_locally
  if (data.viewer) watchLoans();
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});it.name; it.workshop.name;  t.shell.name; } }
 { svelteHTML.createElement("svelte:document", { onvisibilitychange,});}






 { svelteHTML.createElement("div", { "class":`wrap`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {     "trail":[
      { href: '/trouver', label: t.shell.nav.find },
      { href: `/ateliers/${it.workshop.slug}`, label: it.workshop.name },
    ],"current":it.name,}});}
   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":it.name,"facts":[
      { label: words.workshop, value: atWorkshop },
      { label: words.place, value: place },
      { label: words.now, value: state },
      { label: words.confirmed, value: format.shortDate(it.updatedAt, data.now) },
    ],above:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_gaTdniK0C = __sveltets_2_ensureComponent(KindTag); new $$_gaTdniK0C({ target: __sveltets_2_any(), props: {      "kind":`equipment`,"label":t.catalogue.kind,"icon":drill,}});}if(code){ { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  code,}});}}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
    if(model){ { svelteHTML.createElement("p", { "class":`sub`,});model; }}
   Cartouche}
  if(it.canManage || it.status !== 'published'){
     { svelteHTML.createElement("div", { "class":`own row`,});
      if(it.status === 'draft'){ { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {    "tone":`info`,"text":words.draft,}});}} else if (it.status === 'retired'){ { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {     "tone":`warn`,"text":words.retired,}});}}
      if(it.canManage){ { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/equipements/${it.id}/modifier`,}});words.edit; Button}}
     }
  }

   { svelteHTML.createElement("div", { "class":`mac`,});
     { svelteHTML.createElement("div", { "class":`main`,});
       { svelteHTML.createElement("section", {   "class":`see`,"aria-label":words.machine,});
         { svelteHTML.createElement("figure", { "class":`sheet photo`,});
          if(it.photos.length > 0){
            const shown = it.photos[Math.min(photo, it.photos.length - 1)]!;
             { svelteHTML.createElement("img", {             "src":`/files/photos/${shown.id}?w=800`,"srcset":`/files/photos/${shown.id}?w=320 320w, /files/photos/${shown.id}?w=800 800w, /files/photos/${shown.id}?w=1600 1600w`,"sizes":`(min-width: 76rem) 34rem, 92vw`,"alt":shown.alt || it.name,"width":shown.width,"height":shown.height,});}
             { svelteHTML.createElement("figcaption", {});
               { svelteHTML.createElement("span", {});shown.alt; }
              if(it.photos.length > 1){ { svelteHTML.createElement("span", {  "class":`thumbs`,});    for(let one of __sveltets_2_ensureArray(it.photos)){let n = 1;one.id; { svelteHTML.createElement("button", {         "type":`button`,"aria-pressed":n === photo,"aria-label":words.photo(n + 1, it.photos.length),"onclick":() => (photo = n),}); { svelteHTML.createElement("img", {    "src":`/files/photos/${one.id}?w=320`,"alt":"","loading":`lazy`,});} }} }}
             }
          }else{
             { const $$_gniwarDenihcaM5C = __sveltets_2_ensureComponent(MachineDrawing); new $$_gniwarDenihcaM5C({ target: __sveltets_2_any(), props: {     "family":data.family,code,"label":data.processNames.join(', ') || it.name,}});}
             { svelteHTML.createElement("figcaption", {});
               { svelteHTML.createElement("span", {});words.drawing; }if(it.canManage){ { svelteHTML.createElement("a", {  "href":`/equipements/${it.id}/modifier#photos`,});words.addPhoto; }}
             }
          }
         }
        if(it.envelope){
           { svelteHTML.createElement("div", { "class":`sheet plan`,});
             { svelteHTML.createElement("h2", { "class":`h3`,});words.inside; }
             { const $$_gniwarDepolevnE5C = __sveltets_2_ensureComponent(EnvelopeDrawing); new $$_gniwarDepolevnE5C({ target: __sveltets_2_any(), props: {    "size":it.envelope,"piece":data.piece ?? undefined,}});}
           }
        } else if (it.description){
           { svelteHTML.createElement("div", { "class":`sheet plan`,});
             { svelteHTML.createElement("h2", { "class":`h3`,});words.about; }
             { svelteHTML.createElement("p", { "class":`text`,});it.description; }
           }
        }
       }
      if(it.description && it.envelope){ { svelteHTML.createElement("p", { "class":`text`,});it.description; }}

       { svelteHTML.createElement("section", { "aria-labelledby":`cal-h`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"id":`cal-h`,"title":words.availability,}});
           { svelteHTML.createElement("div", { "class":`nav`,});
             { svelteHTML.createElement("a", {      "href":at(data.view === 'month' ? { mois: data.around.previous } : { semaine: data.around.previous }),"data-sveltekit-noscroll":true,"aria-label":data.view === 'month' ? cal.previousMonth : cal.previousWeek,}); { const $$_tfeLnorvehC7C = __sveltets_2_ensureComponent(ChevronLeft); new $$_tfeLnorvehC7C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
             { svelteHTML.createElement("span", { "role":`status`,});title; }
             { svelteHTML.createElement("a", {     "href":at(data.view === 'month' ? { mois: data.around.next } : { semaine: data.around.next }),"data-sveltekit-noscroll":true,"aria-label":data.view === 'month' ? cal.nextMonth : cal.nextWeek,}); { const $$_thgiRnorvehC7C = __sveltets_2_ensureComponent(ChevronRight); new $$_thgiRnorvehC7C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
           }
         Head}
         { const $$_sbaT4C = __sveltets_2_ensureComponent(Tabs); new $$_sbaT4C({ target: __sveltets_2_any(), props: {     "label":cal.view,"tabs":[
            { href: at({ semaine: data.monday }), label: cal.week, current: data.view === 'week' },
            { href: at({ mois: data.shown.slice(0, 7) }), label: cal.month, current: data.view === 'month' },
          ],}});}
        if(data.view === 'month'){
           { const $$_radnelaChtnoM4C = __sveltets_2_ensureComponent(MonthCalendar); new $$_radnelaChtnoM4C({ target: __sveltets_2_any(), props: {      "days":data.days,"month":data.month,"dayHref":(date) => at({ semaine: date, jour: date }),}});}
        }else{
           { const $$_radnelaCkeeW4C = __sveltets_2_ensureComponent(WeekCalendar); new $$_radnelaCkeeW4C({ target: __sveltets_2_any(), props: {               "days":data.days,"hours":data.hours,"timeZone":data.timeZone,"shown":data.shown,"units":it.units.length,"dayHref":(date) => at({ semaine: data.monday, jour: date }),"slotHref":it.status === 'published' ? slotHref : undefined,}});}
        }
        if(zone){ { svelteHTML.createElement("p", { "class":`caption`,});cal.zone(zone); }}
        if(!data.hoursKnown){ { svelteHTML.createElement("p", { "class":`caption`,});cal.hoursUnknown; }}
       }

       { svelteHTML.createElement("section", { "aria-labelledby":`cap-h`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`cap-h`,"title":words.does,}});}
         { const $$_elbaTytilibapaC4C = __sveltets_2_ensureComponent(CapabilityTable); new $$_elbaTytilibapaC4C({ target: __sveltets_2_any(), props: {      "rows":data.capabilities,"never":data.never,"now":data.now,}});}
       }

      if(it.checklist.length > 0){
         { svelteHTML.createElement("section", { "aria-labelledby":`acc-h`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"id":`acc-h`,"title":words.checklist,}}); { svelteHTML.createElement("span", { "class":`soft`,});words.checklistNote(it.checklist.length); }  Head}
           { const $$_tsilkcehC4C = __sveltets_2_ensureComponent(Checklist); new $$_tsilkcehC4C({ target: __sveltets_2_any(), props: {  "items":it.checklist,}});}
         }
      }
     }

     { svelteHTML.createElement("aside", { "aria-labelledby":`terms-h`,});
      if(it.status === 'published'){ { const $$_mroFgnikooB3C = __sveltets_2_ensureComponent(BookingForm); new $$_mroFgnikooB3C({ target: __sveltets_2_any(), props: {          "machine":it,"timeZone":data.timeZone,"booking":data.booking,"viewer":data.viewer,form,}});}}
       { svelteHTML.createElement("div", { "class":`sheet pad terms`,});
         { svelteHTML.createElement("h2", { "id":`terms-h`,});words.terms; }
         { const $$_teehSsmreT4C = __sveltets_2_ensureComponent(TermsSheet); new $$_teehSsmreT4C({ target: __sveltets_2_any(), props: {        "use":it.use,"terms":it.terms,"buffers":it.buffers,"accreditation":it.accreditation,}});}
       }
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;