///<reference types="svelte" />
;
import type { Role, Scope } from '$schema/vocabulary.ts';
import { kept } from '../forms/enhance.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
import Head from '../ui/Head.svelte';
;

  type Props = {
    team: {
      scope: Scope;
      id: string;
      name: string;
      /** Roles that may be given in it. */
      roles: readonly Role[];
      people: readonly { id: string; role: Role; since: string; person: { id: string; name: string } }[];
    };
    me: string;
  };;function $$render() {

  
  
  
  
  
  

  let { team, me }: Props = $props();
  const { t, format } = useI18n();
  const words = t.network.account;
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`t-${team.id}`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`t-${team.id}`,"title":words.people(team.name),}});}
   { svelteHTML.createElement("div", { "class":`sheet`,});
     { svelteHTML.createElement("ul", {});
         for(let { id, role, since, person } of __sveltets_2_ensureArray(team.people)){id;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("div", {});
             { svelteHTML.createElement("b", {});person.name; }if(person.id === me){ { svelteHTML.createElement("span", { "class":`soft`,}); words.you; }}
             { svelteHTML.createElement("p", { "class":`small soft`,});t.shell.roles[role]; words.since(format.longDate(since)); }
           }
          if(person.id !== me){
             {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/remove`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":id,});}
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"size":`s`,"aria-label":`${words.remove}: ${person.name}`,}});words.remove; Button}
             }}
          }
         }
      }
     }
     {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/invite`,"class":`invite`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`scope`,"value":team.scope,});}
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`organisation`,"value":team.id,});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {        "label":words.inviteEmail,"name":`email`,"type":`email`,"required":true,"maxlength":200,}});}
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {         "label":words.inviteRole,"name":`role`,"value":team.roles[0],"options":team.roles.map((role) => ({ value: role, label: t.shell.roles[role] })),}});}
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.inviteGo; Button}
     }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Team__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Team__SvelteComponent_ = ReturnType<typeof Team__SvelteComponent_>;
/*Ωignore_endΩ*/export default Team__SvelteComponent_;