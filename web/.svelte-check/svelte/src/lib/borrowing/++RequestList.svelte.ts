///<reference types="svelte" />
;
import { kept } from '../forms/enhance.ts';
import type { LoanRowFragment } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    loans: readonly LoanRowFragment[];
    now: string;
    /** What there is to say of each: held until when, the end wished. */
    detail: (loan: LoanRowFragment) => string;
    /** Whether each can be accepted from here. */
    acceptable?: boolean;
  };;function $$render() {

  
  
  
  
  

  let { loans, now, detail, acceptable = false }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing;
;
async () => {

 { const $$_teehS0C = __sveltets_2_ensureComponent(Sheet); new $$_teehS0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
   { svelteHTML.createElement("ul", {});
       for(let loan of __sveltets_2_ensureArray(loans)){loan.id;
      const format = formatIn(loan.lender.timeZone);
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("h3", {});
           { svelteHTML.createElement("a", {  "href":`/echanges/${loan.id}`,});loan.resource?.name ?? words.page.gone; format.period(loan.from, loan.until, now); }
         }
         { svelteHTML.createElement("p", { "class":`soft small`,});loan.borrower.name;  detail(loan); }
         { svelteHTML.createElement("div", { "class":`row`,});
          if(acceptable){
             {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/accepter`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":loan.id,});}
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.move.accept; Button}
             }}
          }
           { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"href":`/echanges/${loan.id}`,}});acceptable ? words.desk.answer : words.desk.see; Button}
         }
       }
    }
   }
 Sheet}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RequestList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RequestList__SvelteComponent_ = ReturnType<typeof RequestList__SvelteComponent_>;
/*Ωignore_endΩ*/export default RequestList__SvelteComponent_;