///<reference types="svelte" />
;
import { graphql } from '../graph/generated/index.ts';
import type { LoanRowFragment } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Code from '../ui/Code.svelte';
import Pill from '../ui/Pill.svelte';
import { pillOf } from './words.ts';
;

  type Props = { loan: LoanRowFragment; now: string };;function $$render() {

  
  
  
  
  
  

  graphql(`
    fragment LoanRow on Loan {
      id
      code
      status
      overdue
      side
      turns
      from
      until
      use
      holdUntil
      resource {
        name
      }
      unit {
        code
        shelf
      }
      lender {
        name
        city
        timeZone
      }
      borrower {
        name
      }
      person {
        name
      }
      extension {
        state
        until
        holdUntil
      }
    }
  `);

  let { loan, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const format = $derived(formatIn(loan.lender.timeZone));
  const pill = $derived(pillOf(t, loan));
  const yours = $derived(loan.side !== null && loan.side !== undefined && loan.turns.includes(loan.side));
;
async () => {

 { svelteHTML.createElement("li", { });yours;
   { svelteHTML.createElement("div", { "class":`what`,});
     { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/echanges/${loan.id}`,});loan.resource?.name ?? words.page.gone; } }
     { svelteHTML.createElement("p", { "class":`soft small`,});
      loan.side === 'lender' ? words.list.to(loan.borrower.name) : words.list.from(loan.lender.name);
     }
   }
   { svelteHTML.createElement("p", { "class":`when`,});format.period(loan.from, loan.until, now); }
   { svelteHTML.createElement("p", { "class":`row state`,});
    if(yours){ { const $$_lliP2C = __sveltets_2_ensureComponent(Pill); new $$_lliP2C({ target: __sveltets_2_any(), props: {    "state":`now`,"label":words.list.yours,}});}}
     { const $$_lliP2C = __sveltets_2_ensureComponent(Pill); new $$_lliP2C({ target: __sveltets_2_any(), props: { ...pill,}});}
     { const $$_edoC2C = __sveltets_2_ensureComponent(Code); new $$_edoC2C({ target: __sveltets_2_any(), props: {  "code":loan.code,}});}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanRow__SvelteComponent_ = ReturnType<typeof LoanRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanRow__SvelteComponent_;