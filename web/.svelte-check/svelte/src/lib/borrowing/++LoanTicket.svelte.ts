///<reference types="svelte" />
;
import Printer from '@lucide/svelte/icons/printer';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Ticket from '../ui/Ticket.svelte';
import type { LoanSeen } from './loan.ts';
;

  type Props = { loan: LoanSeen; now: string };;function $$render() {

  
  
  
  
  

  let { loan, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing.ticket;
  const format = $derived(formatIn(loan.lender.timeZone));
  const lender = $derived(loan.lender);
  const facts = $derived([
    { label: words.thing, value: loan.resource?.name ?? t.borrowing.page.gone, wide: true },
    { label: words.unit, value: loan.unit?.code ?? '–' },
    { label: words.deposit, value: loan.price.depositCents > 0 ? format.money(loan.price.depositCents) : '–' },
    { label: words.out, value: format.dateTime(loan.handOver?.at ?? loan.from, now) },
    { label: words.due, value: format.dateTime(loan.until, now) },
    { label: words.borrower, value: `${loan.borrower.name}, ${loan.person.name}`, wide: true },
    {
      label: words.where,
      value: [lender.name, loan.unit?.shelf, lender.address, `${lender.postalCode} ${lender.city}`]
        .filter(Boolean)
        .join(', '),
      wide: true,
    },
  ]);
;
async () => {

 { const $$_tekciT0C = __sveltets_2_ensureComponent(Ticket); const $$_tekciT0 = new $$_tekciT0C({ target: __sveltets_2_any(), props: {    "title":words.title,"code":loan.code,facts,stub:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("div", { "class":`signs`,});
       { svelteHTML.createElement("p", {});words.signLender; { svelteHTML.createElement("b", {});loan.handOver?.person?.name ?? ''; } }
       { svelteHTML.createElement("p", {});words.signBorrower; { svelteHTML.createElement("b", {});loan.handOver?.receivedBy ?? ''; } }
     }
     { svelteHTML.createElement("div", { "class":`no-print print`,});
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"type":`button`,"onclick":() => print(),}}); { const $$_retnirP2C = __sveltets_2_ensureComponent(Printer); new $$_retnirP2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.print; Button}
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {stub} = $$_tekciT0.$$prop_def;/*Ωignore_endΩ*/
  
 Ticket}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanTicket__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanTicket__SvelteComponent_ = ReturnType<typeof LoanTicket__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanTicket__SvelteComponent_;