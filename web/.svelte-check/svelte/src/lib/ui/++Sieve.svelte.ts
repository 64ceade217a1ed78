///<reference types="svelte" />
;;
  type Props = {
    label: string;
    /** How many there were before the first requirement: the scale of every bar. */
    total: number;
    /** In order: what each requirement removes, and how many are left after it. */
    rows: readonly {
      requirement: string;
      detail?: string;
      removed: string;
      left: number;
      who?: string;
      whoLabel?: string;
    }[];
  };;function $$render() {


  let { label, total, rows }: Props = $props();
;
async () => {

 { svelteHTML.createElement("ol", {   "class":`sieve`,"aria-label":label,});
      for(let row of __sveltets_2_ensureArray(rows)){let index = 1;index;
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("b", {});row.requirement; }if(row.detail){ { svelteHTML.createElement("span", {});row.detail; }}
       }
       { svelteHTML.createElement("span", { "class":`n`,});row.removed; }
       { svelteHTML.createElement("div", { "class":`bar`,});
         { svelteHTML.createElement("i", {      "aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, row.left / Math.max(1, total));__sveltets_2_ensureType(String, Number, `${100 / Math.max(1, row.left)}%`);row.left > 40; } { svelteHTML.createElement("b", {});row.left; }
       }
      if(row.who && row.whoLabel){ { svelteHTML.createElement("details", {});
           { svelteHTML.createElement("summary", {});row.whoLabel; }
           { svelteHTML.createElement("p", {});row.who; }
         }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Sieve__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Sieve__SvelteComponent_ = ReturnType<typeof Sieve__SvelteComponent_>;
/*Ωignore_endΩ*/export default Sieve__SvelteComponent_;