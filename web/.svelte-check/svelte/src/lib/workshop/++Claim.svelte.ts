///<reference types="svelte" />
;
import { kept } from '../forms/enhance.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
import Sheet from '../ui/Sheet.svelte';
;

  type Props = {
    id: string;
    networks: readonly { code: string; name: string }[];
    mayInvite: boolean;
    /** What was typed, after a refusal. */
    email: string;
  };;function $$render() {

  
  
  
  
  

  let { id, networks, mayInvite, email }: Props = $props();
  const { t } = useI18n();
  const words = t.workshop.page;
;
async () => {


 { const $$_teehS0C = __sveltets_2_ensureComponent(Sheet); new $$_teehS0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`confier`,}});
  if(mayInvite){
     { svelteHTML.createElement("h2", { "id":`confier`,});words.inviteFirst; }
     { svelteHTML.createElement("p", { "class":`small`,});words.inviteFirstText; }
     {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/invite`,"class":`fields`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":id,});}
       { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {          "label":words.inviteEmail,"name":`email`,"type":`email`,"required":true,"maxlength":200,"value":email,}});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.inviteGo; Button}
     }}
  }else{
     { svelteHTML.createElement("h2", { "id":`confier`,});words.claim; }
       for(let { code, name } of __sveltets_2_ensureArray(networks)){code;
       { svelteHTML.createElement("p", { "class":`small`,}); { svelteHTML.createElement("a", { "href":`/reseau/${code}`,});words.claimNetwork(name); } }
    }
       { svelteHTML.createElement("p", { "class":`small`,});words.claimNone; }
    
  }
 Sheet}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Claim__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Claim__SvelteComponent_ = ReturnType<typeof Claim__SvelteComponent_>;
/*Ωignore_endΩ*/export default Claim__SvelteComponent_;