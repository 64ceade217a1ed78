///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Head from '../ui/Head.svelte';
import type { LoanSeen } from './loan.ts';
;

  type Props = { loan: LoanSeen; now: string };;function $$render() {

  
  
  

  let { loan, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const format = $derived(formatIn(loan.lender.timeZone));
  const lines = $derived([...loan.history].reverse());
;
async () => {

 { svelteHTML.createElement("section", { "class":`no-print`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "title":words.page.journal,"level":2,}});}
   { svelteHTML.createElement("ol", {});
        for(let line of __sveltets_2_ensureArray(lines)){let index = 1;index;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("time", { "datetime":line.at,});format.dateTime(line.at, now); }
         { svelteHTML.createElement("div", {});
          words.event[line.event];if(line.person){ { svelteHTML.createElement("span", { "class":`soft`,}); line.person.name; }}
          if(line.note){ { svelteHTML.createElement("p", {});line.note; }}
         }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanJournal__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanJournal__SvelteComponent_ = ReturnType<typeof LoanJournal__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanJournal__SvelteComponent_;