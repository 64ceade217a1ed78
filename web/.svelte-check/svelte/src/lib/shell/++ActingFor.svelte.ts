///<reference types="svelte" />
;
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import LogIn from '@lucide/svelte/icons/log-in';
import Wrench from '@lucide/svelte/icons/wrench';
import { actingValue, type Viewer } from '../identity/viewer.ts';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { viewer: Viewer | undefined; /** The page to come back to. */ here: string };;function $$render() {

  
  
  
  
  

  let { viewer, here }: Props = $props();
  const { t } = useI18n();
  let open = $state(false);
  let label: HTMLDetailsElement | undefined = $state();
  const choices = $derived([
    { value: `person:${viewer?.id ?? ''}`, name: t.shell.asMyself, detail: viewer?.name ?? '', on: !viewer?.acting },
    ...(viewer?.organisations ?? []).map((held) => ({
      value: actingValue(held),
      name: held.name,
      detail: held.roles.map((role) => t.shell.roles[role]).join(', '),
      on: viewer?.acting?.id === held.id,
    })),
  ]);

  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    open = false;
    label?.querySelector('summary')?.focus();
  }
;
async () => {

 { svelteHTML.createElement("svelte:document", {   "onclick":(event) => {
    if (open && event.target instanceof Node && !label?.contains(event.target)) open = false;
  },});}

if(viewer){
  
   { const $$_details0 = svelteHTML.createElement("details", {    "class":`patch`,"bind:open":open,"onkeydown":leave,});label = $$_details0;/*Ωignore_startΩ*/() => open = __sveltets_2_any(null);/*Ωignore_endΩ*/
     { svelteHTML.createElement("summary", { }); { const $$_hcnerW2C = __sveltets_2_ensureComponent(Wrench); new $$_hcnerW2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", { }); { svelteHTML.createElement("small", {});t.shell.actingFor; } { svelteHTML.createElement("b", {});viewer.acting?.name ?? viewer.name; } } { const $$_nwoDnorvehC2C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
     { svelteHTML.createElement("div", { "class":`pop`,});
       { svelteHTML.createElement("form", {     "method":`post`,"action":`/reglages`,"aria-label":t.shell.changeActing,});
         { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":here,});}
         { svelteHTML.createElement("ul", {});
             for(let choice of __sveltets_2_ensureArray(choices)){choice.value;
             { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("button", {      "name":`acting`,"value":choice.value,"aria-current":choice.on ? 'true' : undefined,}); { svelteHTML.createElement("b", {});choice.name; } { svelteHTML.createElement("small", {});choice.detail; } }
             }
          }
         }
       }
       { svelteHTML.createElement("ul", { "class":`more`,});
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`/compte`,});t.shell.account; } }
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("form", {   "method":`post`,"action":`/connexion?/leave`,}); { svelteHTML.createElement("button", {});t.shell.signOut; } } }
       }
     }
   }
}else{
   { svelteHTML.createElement("div", { "class":`patch`,});
     { svelteHTML.createElement("a", {  "href":`/connexion${here === '/' || here.startsWith('/connexion') ? '' : `?suite=${encodeURIComponent(here)}`}`,}); { const $$_nIgoL2C = __sveltets_2_ensureComponent(LogIn); new $$_nIgoL2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", {}); { svelteHTML.createElement("small", {});t.shell.visiting; } { svelteHTML.createElement("b", {});t.shell.signIn; } } }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ActingFor__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ActingFor__SvelteComponent_ = ReturnType<typeof ActingFor__SvelteComponent_>;
/*Ωignore_endΩ*/export default ActingFor__SvelteComponent_;