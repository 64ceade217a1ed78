///<reference types="svelte" />
;
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import Printer from '@lucide/svelte/icons/printer';
import { dayLines } from '$lib/borrowing/desk.ts';
import DeskTally from '$lib/borrowing/DeskTally.svelte';
import RequestList from '$lib/borrowing/RequestList.svelte';
import { watchLoans } from '$lib/borrowing/watch.svelte.ts';
import { pillOf } from '$lib/borrowing/words.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import OffersToAnswer from '$lib/production/OffersToAnswer.svelte';
import Button from '$lib/ui/Button.svelte';
import Code from '$lib/ui/Code.svelte';
import DayList from '$lib/ui/DayList.svelte';
import Empty from '$lib/ui/Empty.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Head from '$lib/ui/Head.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import Turn from '$lib/ui/Turn.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format: paris, formatIn } = useI18n();
  const words = t.borrowing.desk;
  const desk = $derived(data.desk);
  const format = $derived(desk ? formatIn(desk.timeZone) : paris);
  const noon = $derived(desk ? `${desk.day}T12:00:00Z` : data.now);
  const lines = $derived(desk ? dayLines(t, format, desk) : []);
  const [firstLate, ...otherLate] = $derived(desk?.late ?? []);
  const fault = $derived(faultIn(form));
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  const title = $derived(desk ? capital(paris.longDate(noon)) : words.title);
  const isToday = $derived(desk?.day === format.isoDay(data.now));
  const tally = $derived(
    desk
      ? [
          { count: desk.late.length, words: words.late, href: '#retard', tone: 'late' as const },
          { count: desk.handOvers.length, words: words.handOvers(desk.handOvers.length), href: '#jour' },
          { count: desk.returns.length, words: words.returns(desk.returns.length), href: '#retours' },
          {
            count: desk.requests.length,
            words: words.requests(desk.requests.length),
            href: '#demandes',
            tone: 'now' as const,
          },
          { count: desk.toClose.length, words: words.toClose, href: '#clore' },
        ]
      : [],
  );
  watchLoans();
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title; title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
  if(!desk){
     { svelteHTML.createElement("h1", {});words.title; }
     { const $$_ytpmE1C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":words.choose,"text":words.chooseText,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/ateliers`,}});t.shell.nav.workshops; Button}  Empty}
  }else{
     { svelteHTML.createElement("div", { "class":`day`,});
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("p", { "class":`soft small`,});data.workshop?.name; }
         { svelteHTML.createElement("h1", {});title; }
       }
       { svelteHTML.createElement("div", { "class":`row no-print`,});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/bureau?jour=${paris.dayAfter(noon, -1)}`,"aria-label":words.before,}}); { const $$_tfeLnorvehC4C = __sveltets_2_ensureComponent(ChevronLeft); new $$_tfeLnorvehC4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  Button}
        if(!isToday){ { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/bureau`,}});words.today; Button}}
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/bureau?jour=${paris.dayAfter(noon, 1)}`,"aria-label":words.after,}}); { const $$_thgiRnorvehC4C = __sveltets_2_ensureComponent(ChevronRight); new $$_thgiRnorvehC4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  Button}
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"type":`button`,"onclick":() => print(),}}); { const $$_retnirP4C = __sveltets_2_ensureComponent(Printer); new $$_retnirP4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.print;  Button}
       }
     }
     { const $$_yllaTkseD1C = __sveltets_2_ensureComponent(DeskTally); new $$_yllaTkseD1C({ target: __sveltets_2_any(), props: {    "label":words.open,"items":tally,}});}
     { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {  "text":fault ? wordRefusal(t, format, fault.refusal) : undefined,}});}
     { svelteHTML.createElement("div", { "class":`two`,});
       { svelteHTML.createElement("div", {  "class":`stack`,});__sveltets_2_ensureType(String, Number, " ");
        if(firstLate){
           { svelteHTML.createElement("div", {   "id":`retard`,"class":`no-print`,});
             { const $$_nruT4C = __sveltets_2_ensureComponent(Turn); new $$_nruT4C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"tone":`late`,"flag":t.borrowing.late,"title":words.lateTitle(firstLate.resource?.name ?? '', format.dateTime(firstLate.until, data.now)),}});
               { svelteHTML.createElement("p", {});words.lateText(`${firstLate.person.name}, ${firstLate.borrower.name}`); }
               { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`now`,"href":`/echanges/${firstLate.id}`,}});words.receive; Button} }
             Turn}
           }
          if(otherLate.length > 0){
             { const $$_tsiLtseuqeR3C = __sveltets_2_ensureComponent(RequestList); new $$_tsiLtseuqeR3C({ target: __sveltets_2_any(), props: {      "loans":otherLate,"now":data.now,"detail":(loan) => words.lateText(loan.person.name),}});}
          }
        }
         { svelteHTML.createElement("section", {   "id":`jour`,"aria-labelledby":`jour-titre`,});
           { svelteHTML.createElement("h2", {   "id":`jour-titre`,"class":`vh`,});words.day; }
           { svelteHTML.createElement("span", { "id":`retours`,}); }
          if(lines.length > 0){
             { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
               { const $$_tsiLyaD5C = __sveltets_2_ensureComponent(DayList); const $$_tsiLyaD5 = new $$_tsiLyaD5C({ target: __sveltets_2_any(), props: { "items":lines,title:(item) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("a", { "href":`/echanges/${item.loan.id}`,});item.thing; }
                   { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":item.code,}});}};return __sveltets_2_any(0)},action:(item) => { async ()/*Ωignore_positionΩ*/ => {
                  if(item.done){
                     { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {    "state":`ok`,"label":item.direction === 'out' ? words.doneOut : words.doneIn,}});}
                  } else if (item.direction === 'out'){
                     { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/echanges/${item.loan.id}`,}});words.handOver; Button}
                  }else{
                     { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/echanges/${item.loan.id}`,}});words.receive; Button}
                  }
                };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {title, action} = $$_tsiLyaD5.$$prop_def;/*Ωignore_endΩ*/
                
                
               DayList}
             Sheet}
          }else{
             { const $$_ytpmE4C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE4C({ target: __sveltets_2_any(), props: {    "title":words.emptyDay,"text":words.emptyDayText,}});}
          }
         }
       }
       { svelteHTML.createElement("aside", {  "class":`stack no-print`,});__sveltets_2_ensureType(String, Number, " ");
         { const $$_rewsnAoTsreffO3C = __sveltets_2_ensureComponent(OffersToAnswer); new $$_rewsnAoTsreffO3C({ target: __sveltets_2_any(), props: {    "offers":data.offers,"now":data.now,}});}
         { svelteHTML.createElement("section", { "id":`demandes`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.requestsTitle,}});}
          if(desk.requests.length > 0){
             { const $$_tsiLtseuqeR4C = __sveltets_2_ensureComponent(RequestList); new $$_tsiLtseuqeR4C({ target: __sveltets_2_any(), props: {        "loans":desk.requests,"now":data.now,"acceptable":true,"detail":(loan) =>
                loan.holdUntil ? t.borrowing.page.heldUntil(format.dateTime(loan.holdUntil, data.now)) : '',}});}
          }else{ { svelteHTML.createElement("p", { "class":`soft`,});words.noRequests; }}
         }
        if(desk.extensions.length > 0){
           { svelteHTML.createElement("section", {});
             { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.extensionsTitle,}});}
             { const $$_tsiLtseuqeR4C = __sveltets_2_ensureComponent(RequestList); new $$_tsiLtseuqeR4C({ target: __sveltets_2_any(), props: {       "loans":desk.extensions,"now":data.now,"detail":(loan) =>
                loan.extension ? t.borrowing.turn.extension(format.dateTime(loan.extension.until, data.now)) : '',}});}
           }
        }
        if(desk.toClose.length > 0){
           { svelteHTML.createElement("section", { "id":`clore`,});
             { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.toCloseTitle,}});}
             { const $$_tsiLtseuqeR4C = __sveltets_2_ensureComponent(RequestList); new $$_tsiLtseuqeR4C({ target: __sveltets_2_any(), props: {      "loans":desk.toClose,"now":data.now,"detail":(loan) => pillOf(t, loan).label,}});}
           }
        }
         { svelteHTML.createElement("p", {}); { svelteHTML.createElement("a", { "href":`/bureau/habilitations`,});words.accreditations; } }
       }
     }
  }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;