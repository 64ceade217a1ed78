///<reference types="svelte" />
;
import type { MembershipMove } from '$schema/vocabulary.ts';
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { useI18n } from '$lib/i18n/index.ts';
import Button from '$lib/ui/Button.svelte';
import Field from '$lib/ui/Field.svelte';
import Head from '$lib/ui/Head.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
;

  type Props = {
    waiting: readonly {
      id: string;
      askedAt: string;
      note?: string | null;
      can: readonly MembershipMove[];
      workshop: { slug: string; name: string; city: string };
    }[];
  };;function $$render() {

  
  
  
  
  
  
  

  let { waiting }: Props = $props();
  const { t, format } = useI18n();
  const words = t.network;
;
async () => {

 { svelteHTML.createElement("section", { "aria-labelledby":`attente`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`attente`,"title":words.asked,}});}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       for(let { id, askedAt, note, can, workshop } of __sveltets_2_ensureArray(waiting)){id;
       {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/move`,"class":`ask`,});
         { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":id,});}
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/ateliers/${workshop.slug}`,});workshop.name; } }
           { svelteHTML.createElement("p", { "class":`small soft`,});workshop.city;  words.askedOn(format.longDate(askedAt)); }
          if(note){ { svelteHTML.createElement("blockquote", {});note; }}
         }
        if(can.length > 0){
           { svelteHTML.createElement("div", { "class":`answer`,});
             { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {        "label":words.note,"name":`note`,"optional":true,"maxlength":2000,"hint":words.noteHint,}});}
             { svelteHTML.createElement("p", { "class":`row`,});
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"name":`move`,"value":`admit`,"aria-label":`${words.moves.admit} ${workshop.name}`,}});words.moves.admit;  Button}
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"variant":`line`,"name":`move`,"value":`refuse`,"aria-label":`${words.moves.refuse} ${workshop.name}`,}});words.moves.refuse;  Button}
             }
           }
        }
       }}
    }
       { svelteHTML.createElement("p", { "class":`pad soft`,});words.askedNone; }
    
   Sheet}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MembershipRequests__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MembershipRequests__SvelteComponent_ = ReturnType<typeof MembershipRequests__SvelteComponent_>;
/*Ωignore_endΩ*/export default MembershipRequests__SvelteComponent_;