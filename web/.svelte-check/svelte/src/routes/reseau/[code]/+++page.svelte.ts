///<reference types="svelte" />
;
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { keyField, keyFor } from '$lib/forms/idempotency.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Map from '$lib/map/Map.svelte';
import Button from '$lib/ui/Button.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Field from '$lib/ui/Field.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
import MembershipRequests from './MembershipRequests.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.network;
  const network = $derived(data.network);
  const refused = $derived(faultIn(form));
  const free = $derived(data.ties.filter(({ status }) => status !== 'asked' && status !== 'admitted'));
  const held = $derived(data.ties.filter(({ status }) => status === 'asked' || status === 'admitted'));
  let pointed = $state<string>();
  const pins = $derived(
    data.members.nodes.map(({ workshop: { id, name, slug, point } }, n) => ({
      id,
      label: String(n + 1),
      name,
      href: `/ateliers/${slug}`,
      lit: id === pointed,
      ...point,
    })),
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("title", {});network.name;  t.shell.name; }
   { svelteHTML.createElement("meta", {    "name":`description`,"content":network.description.slice(0, 160) || network.name,});}
 }

 { svelteHTML.createElement("div", { "class":`wrap stack`,});
  if(form && 'asked' in form){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.joined,}});}}
  if(form && 'moved' in form && form.moved){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.moved[form.moved],}});}}
  if(refused){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":wordRefusal(t, format, refused.refusal),}});}}

   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":network.name,"facts":[
      { label: words.facts.members, value: words.memberCount(data.members.totalCount) },
      { label: words.facts.area, value: network.departementNames.join(', ') || words.everywhere },
      {
        label: words.facts.people,
        value: network.people.length > 0 ? format.list(network.people.map(({ name }) => name)) : words.nobody,
      },
    ],above:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":network.code,}});}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
    if(network.description){ { svelteHTML.createElement("p", { "class":`soft`,});network.description; }}
   Cartouche}

  if(data.leads){
     { svelteHTML.createElement("p", { "class":`row`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/reseau/${network.code}/import`,}});t.intake.link; Button} }
  }
  if(data.waiting){ { const $$_stseuqeRpihsrebmeM1C = __sveltets_2_ensureComponent(MembershipRequests); new $$_stseuqeRpihsrebmeM1C({ target: __sveltets_2_any(), props: {  "waiting":data.waiting,}});}}

   { svelteHTML.createElement("div", { "class":`cols`,});
     { svelteHTML.createElement("section", { "aria-labelledby":`adherents`,});
       { const $$_daeH3C = __sveltets_2_ensureComponent(Head); new $$_daeH3C({ target: __sveltets_2_any(), props: {        "id":`adherents`,"title":words.members,"href":`/ateliers?reseau=${network.code}`,"action":words.seeDirectory,}});}
      if(data.members.nodes.length > 0){
         { svelteHTML.createElement("ol", { "class":`list`,});
              for(let { id, workshop } of __sveltets_2_ensureArray(data.members.nodes)){let n = 1;id;
             { svelteHTML.createElement("li", {      "onpointerenter":() => (pointed = workshop.id),"onpointerleave":() => (pointed = undefined),});workshop.id === pointed;
               { svelteHTML.createElement("span", {   "class":`pin`,"aria-hidden":`true`,});n + 1; }
               { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/ateliers/${workshop.slug}`,});workshop.name; } }
               { svelteHTML.createElement("span", { "class":`small soft`,});workshop.city; }
             }
          }
         }
         { const $$_noitanigaP3C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP3C({ target: __sveltets_2_any(), props: {     "previous":data.members.pageInfo.hasPreviousPage ? `/reseau/${network.code}` : undefined,"next":data.members.pageInfo.hasNextPage
            ? `/reseau/${network.code}?apres=${data.members.pageInfo.endCursor}`
            : undefined,}});}
      }else{
         { const $$_ytpmE3C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE3C({ target: __sveltets_2_any(), props: {      "title":words.noMembers,"text":words.noMembersText,"level":3,}});}
      }
     }

     { svelteHTML.createElement("div", { "class":`side`,});
      if(pins.length > 0){ { const $$_paM3C = __sveltets_2_ensureComponent(Map); new $$_paM3C({ target: __sveltets_2_any(), props: {     pins,"label":words.mapLabel,"onpoint":(id) => (pointed = id),}});}}
      if(held.length > 0){
         { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`liens`,}});
           { svelteHTML.createElement("h2", { "id":`liens`,});words.mine; }
             for(let { id, name, tieId, status, mayLeave } of __sveltets_2_ensureArray(held)){id;
             {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/move`,"class":`tie`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":tieId,});}
               { svelteHTML.createElement("b", {});name; }
              if(status){ { const $$_lliP5C = __sveltets_2_ensureComponent(Pill); new $$_lliP5C({ target: __sveltets_2_any(), props: {    "state":status === 'admitted' ? 'ok' : 'wait',"label":words.status[status],}});}}
              if(mayLeave){ { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"name":`move`,"value":`leave`,}});status === 'asked' ? words.withdraw : words.moves.leave;  Button}}
             }}
          }
         Sheet}
      }
      if(free.length > 0){
         { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`rejoindre`,}});
           { svelteHTML.createElement("h2", { "id":`rejoindre`,});words.join; }
           { svelteHTML.createElement("p", { "class":`small`,});words.joinText; }
           {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/ask`,"class":`fields`,});
             { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":keyFor(data.key, refused?.values),});}
             { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {         "label":words.joinAs,"name":`workshop`,"value":kept(refused?.values, 'workshop', free[0]!.id),"options":free.map(({ id, name }) => ({ value: id, label: name })),}});}
             { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {               "label":words.joinNote,"name":`note`,"multiline":true,"rows":3,"optional":true,"maxlength":2000,"hint":words.joinNoteHint,"value":kept(refused?.values, 'note'),}});}
             { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.joinGo; Button}
           }}
         Sheet}
      }
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;