///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = {
    title: string;
    code: string;
    facts: readonly { label: string; value: string; wide?: boolean }[];
    /** Under the perforation: the QR code and what it is for, or the signatures. */
    stub?: Snippet;
  };;function $$render() {

  

  let { title, code, facts, stub }: Props = $props();
;
async () => {

 { svelteHTML.createElement("article", { "class":`ticket`,});
   { svelteHTML.createElement("div", { "class":`h`,});
     { svelteHTML.createElement("h2", {});title; }
     { svelteHTML.createElement("span", {});code; }
   }
   { svelteHTML.createElement("div", { "class":`b`,});
     { svelteHTML.createElement("dl", {});
         for(let fact of __sveltets_2_ensureArray(facts)){fact.label; { svelteHTML.createElement("div", { });fact.wide;
           { svelteHTML.createElement("dt", {});fact.label; }
           { svelteHTML.createElement("dd", {});fact.value; }
         }}
     }
   }
  if(stub){ { svelteHTML.createElement("div", { "class":`stub`,});;__sveltets_2_ensureSnippet(stub()); }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Ticket__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Ticket__SvelteComponent_ = ReturnType<typeof Ticket__SvelteComponent_>;
/*Ωignore_endΩ*/export default Ticket__SvelteComponent_;