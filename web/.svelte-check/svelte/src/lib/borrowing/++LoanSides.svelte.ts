///<reference types="svelte" />
;
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Check from '@lucide/svelte/icons/check';
import Circle from '@lucide/svelte/icons/circle';
import { useI18n } from '../i18n/index.ts';
import Sheet from '../ui/Sheet.svelte';
import { type LoanSeen, when } from './loan.ts';
;

  type Props = { loan: LoanSeen; now: string };;function $$render() {

  
  
  
  
  
  

  let { loan, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
  const todo = words.page.todo;
  const format = $derived(formatIn(loan.lender.timeZone));
  const lender = $derived(loan.lender);

  const sides = $derived.by(() => {
    const at = (line: { at: string } | undefined) => (line ? words.page.at(format.dateTime(line.at, now)) : undefined);
    const [answered, out, back] = [when(loan, 'accept', 'book'), when(loan, 'hand_over'), when(loan, 'take_back')];
    const closed = when(loan, 'close', 'settle');
    const [start, end] = [format.dateTime(loan.from, now), words.page.atLatest(format.dateTime(loan.until, now))];
    const borrower = [
      { label: todo.collect, done: at(out), due: start },
      { label: todo.bringBack, done: at(back), due: end },
    ];
    const lends = [
      {
        label: todo.answer,
        done: at(answered),
        due: loan.holdUntil ? words.page.before(format.dateTime(loan.holdUntil, now)) : '',
      },
      { label: todo.handOver, done: at(out), due: start },
      { label: todo.receive, done: at(back), due: end },
      { label: todo.close, done: at(closed), due: words.page.afterCheck },
    ];
    return [
      {
        side: 'borrower' as const,
        name: loan.borrower.name,
        href: undefined,
        facts: [words.page.answers(loan.person.name)],
        steps: borrower,
      },
      {
        side: 'lender' as const,
        name: lender.name,
        href: `/ateliers/${lender.slug}`,
        facts: [[lender.address, `${lender.postalCode} ${lender.city}`].filter(Boolean).join(', ')],
        steps: lends,
      },
    ];
  });
;
async () => {

 { svelteHTML.createElement("div", { "class":`sides`,});
     for(let { side, name, href, facts, steps } of __sveltets_2_ensureArray(sides)){side;
    const next = steps.find(({ done }) => !done);
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
       { svelteHTML.createElement("p", { "class":`caption`,});
        words.side[side];if(loan.side === side){ words.you;}
       }
       { svelteHTML.createElement("h3", {});
        if(href){ { svelteHTML.createElement("a", {href,});name; }}else{name;}
       }
         for(let fact of __sveltets_2_ensureArray(facts)){fact; { svelteHTML.createElement("p", { "class":`soft small`,});fact; }}
       { svelteHTML.createElement("ol", {});
           for(let step of __sveltets_2_ensureArray(steps)){step.label;
          const now = step === next && loan.turns.includes(side);
           { svelteHTML.createElement("li", {  });now;step.done;
             { svelteHTML.createElement("i", {  "aria-hidden":`true`,});if(step.done){ { const $$_kcehC5C = __sveltets_2_ensureComponent(Check); new $$_kcehC5C({ target: __sveltets_2_any(), props: {  "strokeWidth":2.6,}});}} else if (now){ { const $$_thgiRworrA5C = __sveltets_2_ensureComponent(ArrowRight); new $$_thgiRworrA5C({ target: __sveltets_2_any(), props: {  "strokeWidth":2.6,}});}}else{ { const $$_elcriC5C = __sveltets_2_ensureComponent(Circle); new $$_elcriC5C({ target: __sveltets_2_any(), props: { }});}} }
             { svelteHTML.createElement("span", {});step.label; { svelteHTML.createElement("small", {});step.done ?? step.due; } }
           }
        }
       }
     Sheet}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanSides__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanSides__SvelteComponent_ = ReturnType<typeof LoanSides__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanSides__SvelteComponent_;