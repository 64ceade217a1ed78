///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Head from '../ui/Head.svelte';
import Notice from '../ui/Notice.svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    time: {
      booked: boolean;
      unknown: readonly string[];
      slots: readonly { machine: string; from: string; until: string }[];
      lacking?: { machine: string; earliest?: string | null } | null;
    };
    timeZone: string;
    now: string;
  };;function $$render() {

  
  
  
  

  let { time, timeZone, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.production.offer;
  const format = $derived(formatIn(timeZone));
;
async () => {

 { svelteHTML.createElement("section", { "aria-labelledby":`machine`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`machine`,"title":words.machine,}});}
  if(time.lacking){
     { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {       "tone":`warn`,"title":words.lacking(time.lacking.machine),"text":time.lacking.earliest ? words.lackingUntil(format.dateTime(time.lacking.earliest, now)) : words.lackingDo,}});}
  } else if (time.slots.length > 0){
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       { svelteHTML.createElement("p", { "class":`pad small`,});time.booked ? words.booked : words.wouldBook; }
       { svelteHTML.createElement("ul", {});
           for(let slot of __sveltets_2_ensureArray(time.slots)){slot.from + slot.machine;
           { svelteHTML.createElement("li", {}); { svelteHTML.createElement("b", {});slot.machine; } { svelteHTML.createElement("span", {});format.period(slot.from, slot.until, now); } }
        }
       }
     Sheet}
  }else{
     { svelteHTML.createElement("p", { "class":`small soft`,});time.unknown.length > 0 ? words.unknown : words.noMachine; }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MachineTimeSheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MachineTimeSheet__SvelteComponent_ = ReturnType<typeof MachineTimeSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default MachineTimeSheet__SvelteComponent_;