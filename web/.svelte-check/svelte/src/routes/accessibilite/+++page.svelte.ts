///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import { useI18n } from '$lib/i18n/index.ts';
import Head from '$lib/ui/Head.svelte';
function $$render() {

  
  
  
  

  const { t } = useI18n();
  const access = t.pages.access;
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});access.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});access.title; }
     { svelteHTML.createElement("p", { "class":`lead prose`,});access.lead; }
   }
   { svelteHTML.createElement("div", { "class":`stack prose`,});
     { svelteHTML.createElement("section", { "aria-labelledby":`done`,});
       { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {    "id":`done`,"title":access.doneTitle,}});}
       { svelteHTML.createElement("ul", {});
           for(let line of __sveltets_2_ensureArray(access.done)){line; { svelteHTML.createElement("li", {}); { const $$_kcehC5C = __sveltets_2_ensureComponent(Check); new $$_kcehC5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}line; }}
       }
     }
     { svelteHTML.createElement("section", { "aria-labelledby":`weak`,});
       { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {    "id":`weak`,"title":access.weakTitle,}});}
       { svelteHTML.createElement("ul", {});
           for(let line of __sveltets_2_ensureArray(access.weak)){line; { svelteHTML.createElement("li", {}); { const $$_dehsaDelcriC5C = __sveltets_2_ensureComponent(CircleDashed); new $$_dehsaDelcriC5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}line; }}
       }
     }
     { svelteHTML.createElement("section", { "aria-labelledby":`tell`,});
       { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {    "id":`tell`,"title":access.contactTitle,}});}
       { svelteHTML.createElement("p", {});access.contact; }
     }
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type Page__SvelteComponent_ = InstanceType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;