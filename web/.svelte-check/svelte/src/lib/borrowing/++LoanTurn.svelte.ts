///<reference types="svelte" />
;
import { loanHours } from '$schema/loans.ts';
import { kept } from '../forms/enhance.ts';
import { kept as typed } from '../forms/values.ts';
import type { FormFault } from '../graph/submit.ts';
import { useI18n } from '../i18n/index.ts';
import { wordRefusal } from '../i18n/wording.ts';
import Button from '../ui/Button.svelte';
import ErrorSummary from '../ui/ErrorSummary.svelte';
import Turn from '../ui/Turn.svelte';
import CounterForm from './CounterForm.svelte';
import { hoursBefore, type LoanSeen } from './loan.ts';
import SayForm from './SayForm.svelte';
import { turnOf } from './turn.ts';
;

  type Props = { loan: LoanSeen; now: string; fault: FormFault | undefined };;function $$render() {
 const hidden/*Ωignore_positionΩ*/ = (move: string)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("input", {      "type":`hidden`,"name":`move`,"value":move,});}};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { loan, now, fault }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const format = $derived(formatIn(loan.lender.timeZone));
  const turn = $derived(turnOf(t, format, loan, now, hoursBefore(loan.from, loanHours.early)));
  const can = $derived(new Set(loan.can));
  const tried = $derived(typed(fault?.values, 'move'));
  const main = $derived(turn.tone === 'wait' ? ('primary' as const) : ('now' as const));
  const note = $derived(typed(fault?.values, 'note'));
  const ended = $derived(
    loan.can.length === 0 && ['declined', 'cancelled', 'lapsed', 'no_show', 'closed'].includes(loan.status),
  );
  const said = $derived(ended ? loan.history.at(-1)?.note : undefined);
  const lacks = $derived(fault?.refusal.key === 'borrowing.accreditation' ? loan.resource?.accreditation : undefined);
;
async () => {



 { const $$_nruT0C = __sveltets_2_ensureComponent(Turn); new $$_nruT0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":turn.title,"tone":turn.tone,"flag":turn.tone === 'late' ? words.late : undefined,}});
   { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {  "text":fault ? wordRefusal(t, format, fault.refusal) : undefined,}});}
   { svelteHTML.createElement("p", {});turn.text; }
  if(said){ { svelteHTML.createElement("blockquote", {});said; }}
  if(lacks && can.has('hand_over')){
     {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/accredit`,"class":`fields`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`workshopId`,"value":loan.lender.id,});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`personId`,"value":loan.person.id,});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`name`,"value":lacks,});}
       { svelteHTML.createElement("p", {});words.counter.accreditText(loan.person.name); }
       { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.counter.accredit(lacks); Button} }
     }}
  }
  if(can.has('hand_over')){
     { const $$_mroFretnuoC1C = __sveltets_2_ensureComponent(CounterForm); new $$_mroFretnuoC1C({ target: __sveltets_2_any(), props: {       loan,"move":`hand_over`,"variant":main,"values":tried === 'hand_over' ? fault?.values : undefined,}});}
  }
  if(can.has('take_back')){
    if(turn.tone === 'wait'){
       { svelteHTML.createElement("details", { "open":tried === 'take_back',});
         { svelteHTML.createElement("summary", {});words.move.take_back; }
         { const $$_mroFretnuoC2C = __sveltets_2_ensureComponent(CounterForm); new $$_mroFretnuoC2C({ target: __sveltets_2_any(), props: {        loan,"move":`take_back`,"variant":`primary`,"values":tried === 'take_back' ? fault?.values : undefined,}});}
       }
    }else{
       { const $$_mroFretnuoC1C = __sveltets_2_ensureComponent(CounterForm); new $$_mroFretnuoC1C({ target: __sveltets_2_any(), props: {       loan,"move":`take_back`,"variant":main,"values":tried === 'take_back' ? fault?.values : undefined,}});}
    }
  }
   { svelteHTML.createElement("div", { "class":`row acts`,});
    if(can.has('accept')){
       {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/move`,});
        ;__sveltets_2_ensureSnippet(hidden('accept')); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.move.accept; Button}
       }}
       { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.decline,"reason":true,"open":tried === 'decline',"value":note,"variant":`bad`,}});;__sveltets_2_ensureSnippet(hidden('decline'));  SayForm}
    }
    if(can.has('close')){
      if(loan.status === 'trouble'){
         { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.close,"open":true,"variant":`now`,"value":note,}});;__sveltets_2_ensureSnippet(hidden('close'));  SayForm}
      }else{
         {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/move`,});
          ;__sveltets_2_ensureSnippet(hidden('close')); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.move.close; Button}
         }}
      }
    }
    if(can.has('report_trouble')){
       { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {           children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.report_trouble,"reason":true,"open":tried === 'report_trouble',"value":note,"variant":`bad`,}});;__sveltets_2_ensureSnippet(hidden('report_trouble'));  SayForm}
    }
    if(can.has('no_show')){
       { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.no_show,"open":tried === 'no_show',"value":note,}});;__sveltets_2_ensureSnippet(hidden('no_show'));  SayForm}
    }
    if(can.has('withdraw')){
       { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.withdraw,"reason":true,"open":tried === 'withdraw',"value":note,"variant":`bad`,}});;__sveltets_2_ensureSnippet(hidden('withdraw'));  SayForm}
    }
    if(can.has('cancel')){
       { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"action":`?/move`,"label":words.move.cancel,"open":tried === 'cancel',"value":note,"variant":`bad`,}});;__sveltets_2_ensureSnippet(hidden('cancel'));  SayForm}
    }
    if(ended && loan.side === 'borrower' && loan.resource){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/equipements/${loan.resource.id}`,}});words.turn.again; Button}
    }
   }
 Turn}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanTurn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanTurn__SvelteComponent_ = ReturnType<typeof LoanTurn__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanTurn__SvelteComponent_;