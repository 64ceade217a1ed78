///<reference types="svelte" />
;
import { kept } from '../forms/enhance.ts';
import { kept as typed } from '../forms/values.ts';
import type { FormFault } from '../graph/submit.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import DateTimeField from '../ui/DateTimeField.svelte';
import Sheet from '../ui/Sheet.svelte';
import type { LoanSeen } from './loan.ts';
import SayForm from './SayForm.svelte';
;

  type Props = { loan: LoanSeen; now: string; fault: FormFault | undefined };;function $$render() {

  
  
  
  
  
  
  
  
  

  let { loan, now, fault }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const format = $derived(formatIn(loan.lender.timeZone));
  const asked = $derived(loan.extension?.state === 'asked' ? loan.extension : undefined);
  const answers = $derived(loan.canExtend.includes('agree_extension'));
  const asks = $derived(loan.canExtend.includes('ask_extension') && loan.latestEnd > loan.until);
;
async () => {

if(asked || asks){
   { const $$_teehS0C = __sveltets_2_ensureComponent(Sheet); new $$_teehS0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,}});
     { svelteHTML.createElement("div", {  "class":`stack`,});__sveltets_2_ensureType(String, Number, " ");
      if(asked){
         { svelteHTML.createElement("h3", {});words.turn.extension(format.dateTime(asked.until, now)); }
        if(asked.holdUntil){ { svelteHTML.createElement("p", {});words.turn.extensionText(format.dateTime(asked.holdUntil, now)); }}
        if(answers){
           { svelteHTML.createElement("div", { "class":`row`,});
             {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/answer`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`agrees`,"value":`oui`,});}
               { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.extension.agree_extension; Button}
             }}
             { const $$_mroFyaS3C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"action":`?/answer`,"label":words.extension.decline_extension,"variant":`bad`,}});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`agrees`,"value":`non`,});}
             SayForm}
           }
        }
      }else{
         { const $$_mroFyaS2C = __sveltets_2_ensureComponent(SayForm); new $$_mroFyaS2C({ target: __sveltets_2_any(), props: {           children:() => { return __sveltets_2_any(0); },"action":`?/extend`,"label":words.extension.ask_extension,"variant":`primary`,"open":typed(fault?.values, 'until') !== '',"value":typed(fault?.values, 'note'),}});
           { svelteHTML.createElement("input", {      "type":`hidden`,"name":`timeZone`,"value":loan.lender.timeZone,});}
           { const $$_dleiFemiTetaD3C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD3C({ target: __sveltets_2_any(), props: {                "label":words.counter.until,"name":`until`,"required":true,"value":typed(fault?.values, 'until', format.fieldDateTime(loan.latestEnd)),"min":format.fieldDateTime(loan.until),"max":format.fieldDateTime(loan.latestEnd),"step":1,"hint":words.counter.untilHint(format.dateTime(loan.latestEnd, now)),}});}
         SayForm}
      }
     }
   Sheet}
}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ExtensionBox__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ExtensionBox__SvelteComponent_ = ReturnType<typeof ExtensionBox__SvelteComponent_>;
/*Ωignore_endΩ*/export default ExtensionBox__SvelteComponent_;