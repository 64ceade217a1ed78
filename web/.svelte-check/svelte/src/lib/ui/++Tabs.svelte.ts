///<reference types="svelte" />
;;
  type Props = {
    label: string;
    tabs: readonly { href: string; label: string; count?: number; kind?: string; current: boolean }[];
  };;function $$render() {


  let { label, tabs }: Props = $props();
;
async () => {


 { svelteHTML.createElement("nav", {   "class":`tabs`,"aria-label":label,});
   { svelteHTML.createElement("ul", {});
       for(let tab of __sveltets_2_ensureArray(tabs)){tab.href;
       { svelteHTML.createElement("li", { ...__sveltets_2_empty({"data-kind":tab.kind}),});
         { svelteHTML.createElement("a", {    "href":tab.href,"aria-current":tab.current ? 'page' : undefined,});tab.label;if(tab.count !== undefined){ { svelteHTML.createElement("span", {});tab.count; }} }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Tabs__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Tabs__SvelteComponent_ = ReturnType<typeof Tabs__SvelteComponent_>;
/*Ωignore_endΩ*/export default Tabs__SvelteComponent_;