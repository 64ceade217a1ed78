///<reference types="svelte" />
;
import ConditionSheet from '$lib/borrowing/ConditionSheet.svelte';
import ExtensionBox from '$lib/borrowing/ExtensionBox.svelte';
import LoanJournal from '$lib/borrowing/LoanJournal.svelte';
import LoanSides from '$lib/borrowing/LoanSides.svelte';
import LoanThread from '$lib/borrowing/LoanThread.svelte';
import LoanTicket from '$lib/borrowing/LoanTicket.svelte';
import LoanTurn from '$lib/borrowing/LoanTurn.svelte';
import PriceTable from '$lib/borrowing/PriceTable.svelte';
import { watchLoans } from '$lib/borrowing/watch.svelte.ts';
import { pillOf } from '$lib/borrowing/words.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import Head from '$lib/ui/Head.svelte';
import KindTag from '$lib/ui/KindTag.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {
  const code/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":loan.code,}});}};return __sveltets_2_any(0)};  const state/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: { ...pill,}});}};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const loan = $derived(data.loan);
  const format = $derived(formatIn(loan.lender.timeZone));
  const name = $derived(loan.resource?.name ?? words.page.gone);
  const fault = $derived(faultIn(form));
  const extends_ = $derived(fault?.values.until !== undefined || fault?.values.agrees !== undefined);
  const pill = $derived(pillOf(t, loan));
  const zone = $derived(format.zoneNote(loan.from));
  const done = $derived.by(() => {
    if (!data.done || fault) return undefined;
    if (data.done !== 'demande') return words.page.done;
    return loan.status === 'asked' && loan.holdUntil
      ? words.page.asked(format.dateTime(loan.holdUntil, data.now))
      : words.page.booked;
  });
  watchLoans(() => data.loan.id);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});name; loan.code;  t.shell.name; } }




 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/echanges', label: words.list.title }],"current":loan.code,}});}
   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: {     "title":name,"facts":[
      { label: words.page.from, value: format.dateTime(loan.from, data.now) },
      { label: words.page.until, value: format.dateTime(loan.until, data.now) },
      { label: words.page.slip, value: code },
      { label: words.page.state, value: state },
    ],above:() => { async ()/*Ωignore_positionΩ*/ => {
       { const $$_gaTdniK0C = __sveltets_2_ensureComponent(KindTag); new $$_gaTdniK0C({ target: __sveltets_2_any(), props: {    "kind":`equipment`,"label":words.useTitle[loan.use],}});}
      if(loan.unit){ { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":loan.unit.code,}});}}
      if(zone){ { svelteHTML.createElement("span", { "class":`caption`,});zone; }}
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
   Cartouche}
  if(done){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":done,}});}}
   { svelteHTML.createElement("div", { "class":`no-print`,}); { const $$_daerhTnaoL2C = __sveltets_2_ensureComponent(LoanThread); new $$_daerhTnaoL2C({ target: __sveltets_2_any(), props: {   loan,"now":data.now,}});} }
   { svelteHTML.createElement("div", { "class":`two`,});
     { svelteHTML.createElement("div", {  "class":`stack`,});__sveltets_2_ensureType(String, Number, " ");
       { svelteHTML.createElement("div", {  "class":`no-print stack`,});__sveltets_2_ensureType(String, Number, " ");
         { const $$_nruTnaoL4C = __sveltets_2_ensureComponent(LoanTurn); new $$_nruTnaoL4C({ target: __sveltets_2_any(), props: {     loan,"now":data.now,"fault":extends_ ? undefined : fault,}});}
         { const $$_xoBnoisnetxE4C = __sveltets_2_ensureComponent(ExtensionBox); new $$_xoBnoisnetxE4C({ target: __sveltets_2_any(), props: {     loan,"now":data.now,"fault":extends_ ? fault : undefined,}});}
       }
       { svelteHTML.createElement("section", { "class":`no-print`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.page.whoTitle,}});}
         { const $$_sediSnaoL4C = __sveltets_2_ensureComponent(LoanSides); new $$_sediSnaoL4C({ target: __sveltets_2_any(), props: {   loan,"now":data.now,}});}
       }
      if(loan.takeBack){
        const back = loan.takeBack;
         { const $$_teehSnoitidnoC3C = __sveltets_2_ensureComponent(ConditionSheet); new $$_teehSnoitidnoC3C({ target: __sveltets_2_any(), props: {       "title":words.state.back,"document":back,"signed":words.state.signed(back.person?.name ?? '', back.broughtBy, format.dateTime(back.at, data.now)),}});}
      }
      if(loan.handOver){
        const out = loan.handOver;
         { const $$_teehSnoitidnoC3C = __sveltets_2_ensureComponent(ConditionSheet); new $$_teehSnoitidnoC3C({ target: __sveltets_2_any(), props: {       "title":words.state.out,"document":out,"signed":words.state.signed(out.person?.name ?? '', out.receivedBy, format.dateTime(out.at, data.now)),}});}
      }
      if(loan.note || loan.terms.conditions){
         { svelteHTML.createElement("section", {});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.page.request,}});}
           { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
            if(loan.note){ { svelteHTML.createElement("p", { "class":`said`,});loan.note; }}
            if(loan.terms.conditions){ { svelteHTML.createElement("p", { "class":`caption`,}); { svelteHTML.createElement("b", {});words.page.conditions; } }
               { svelteHTML.createElement("p", {});loan.terms.conditions; }}
           Sheet}
         }
      }
     }
     { svelteHTML.createElement("aside", {  "class":`stack`,});__sveltets_2_ensureType(String, Number, " ");
      if(['accepted', 'out', 'returned', 'trouble', 'closed'].includes(loan.status)){ { const $$_tekciTnaoL3C = __sveltets_2_ensureComponent(LoanTicket); new $$_tekciTnaoL3C({ target: __sveltets_2_any(), props: {    loan,"now":data.now,}});}}
       { svelteHTML.createElement("section", { "class":`no-print`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {  "title":words.page.account,}});}
         { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}}); { const $$_elbaTecirP5C = __sveltets_2_ensureComponent(PriceTable); new $$_elbaTecirP5C({ target: __sveltets_2_any(), props: {    "price":loan.price,"caption":words.page.account,}});} Sheet}
       }
       { const $$_lanruoJnaoL3C = __sveltets_2_ensureComponent(LoanJournal); new $$_lanruoJnaoL3C({ target: __sveltets_2_any(), props: {   loan,"now":data.now,}});}
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;