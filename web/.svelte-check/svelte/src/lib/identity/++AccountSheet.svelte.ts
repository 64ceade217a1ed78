///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    title: string;
    lead?: string;
    children: Snippet;
    /** Under the sheet: the other way in. */ foot?: Snippet;
  };;function $$render() {

  
  

  let { title, lead, children, foot }: Props = $props();
;
async () => {

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { svelteHTML.createElement("div", { "class":`in`,});
     { svelteHTML.createElement("div", { "class":`page-head`,});
       { svelteHTML.createElement("h1", {});title; }
      if(lead){ { svelteHTML.createElement("p", { "class":`lead`,});lead; }}
     }
     { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"drawn":true,}}); { svelteHTML.createElement("div", { "class":`b`,});;__sveltets_2_ensureSnippet(children()); } Sheet}
    if(foot){ { svelteHTML.createElement("div", { "class":`foot`,});;__sveltets_2_ensureSnippet(foot()); }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AccountSheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AccountSheet__SvelteComponent_ = ReturnType<typeof AccountSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default AccountSheet__SvelteComponent_;