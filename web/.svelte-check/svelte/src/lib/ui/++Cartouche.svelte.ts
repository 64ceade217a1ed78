///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = {
    title: string;
    /** Four facts at most; a fact may be a snippet through `value`. */
    facts: readonly { label: string; value: string | Snippet; wide?: boolean }[];
    /** Above the title: kind tag, code. */
    above?: Snippet;
    /** Under the title. */
    children?: Snippet;
  };;function $$render() {

  

  let { title, facts, above, children }: Props = $props();
;
async () => {

 { svelteHTML.createElement("header", {  "class":`cartouche`,});__sveltets_2_ensureType(String, Number, facts.length);
   { svelteHTML.createElement("div", { "class":`t`,});
    if(above){ { svelteHTML.createElement("div", { "class":`row`,});;__sveltets_2_ensureSnippet(above()); }}
     { svelteHTML.createElement("h1", {});title; }
    ;__sveltets_2_ensureSnippet(children?.());
   }
   { svelteHTML.createElement("dl", {});
        for(let fact of __sveltets_2_ensureArray(facts)){let index = 1;index;
       { svelteHTML.createElement("div", { });fact.wide;
         { svelteHTML.createElement("dt", {});fact.label; }
         { svelteHTML.createElement("dd", {});
          if(typeof fact.value === 'string'){fact.value;}else{;__sveltets_2_ensureSnippet(fact.value());}
         }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Cartouche__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Cartouche__SvelteComponent_ = ReturnType<typeof Cartouche__SvelteComponent_>;
/*Ωignore_endΩ*/export default Cartouche__SvelteComponent_;