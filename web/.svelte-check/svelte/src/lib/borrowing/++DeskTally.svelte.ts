///<reference types="svelte" />
;;
  type Props = {
    label: string;
    items: readonly { count: number; words: string; href: string; tone?: 'late' | 'now' }[];
  };;function $$render() {


  let { label, items }: Props = $props();
;
async () => {

 { svelteHTML.createElement("ul", {  "aria-label":label,});__sveltets_2_ensureType(String, Number, items.length);
     for(let item of __sveltets_2_ensureArray(items)){item.href;
     { svelteHTML.createElement("li", { "class":item.count > 0 ? item.tone : undefined,});
       { svelteHTML.createElement("a", { "href":item.href,}); { svelteHTML.createElement("b", {});item.count; }  { svelteHTML.createElement("span", {});item.words; } }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DeskTally__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DeskTally__SvelteComponent_ = ReturnType<typeof DeskTally__SvelteComponent_>;
/*Ωignore_endΩ*/export default DeskTally__SvelteComponent_;