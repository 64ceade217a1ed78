///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import Button from '$lib/ui/Button.svelte';
import Head from '$lib/ui/Head.svelte';
function $$render() {

  
  
  

  const { t } = useI18n();
  const help = t.pages.help;
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});help.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});help.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});help.lead; }
   }
   { svelteHTML.createElement("div", { "class":`cols`,});
        for(let section of __sveltets_2_ensureArray(help.sections)){let at = 1;section.title;
       { svelteHTML.createElement("section", { "aria-labelledby":`s${at}`,});
         { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {    "id":`s${at}`,"title":section.title,}});}
         { svelteHTML.createElement("ol", {});
              for(let step of __sveltets_2_ensureArray(section.steps)){let index = 1;step; { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("span", {   "class":`n`,"aria-hidden":`true`,});index + 1; }
               { svelteHTML.createElement("p", {});step; }
             }}
         }
       }
    }
     { svelteHTML.createElement("section", { "aria-labelledby":`words`,});
       { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {    "id":`words`,"title":help.words,}});}
       { svelteHTML.createElement("dl", {});
           for(let word of __sveltets_2_ensureArray(help.glossary)){word.term; { svelteHTML.createElement("div", {});
             { svelteHTML.createElement("dt", {});word.term; }
             { svelteHTML.createElement("dd", {});word.text; }
           }}
       }
     }
   }
   { svelteHTML.createElement("p", { "class":`row`,});
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/trouver`,}});t.identity.verify.find; Button} { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"href":`/demandes/nouvelle`,}});t.home.firm.go;  Button}
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type Page__SvelteComponent_ = InstanceType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;