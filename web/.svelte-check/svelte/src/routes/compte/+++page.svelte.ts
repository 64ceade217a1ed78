///<reference types="svelte" />
;
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { keyFor } from '$lib/forms/idempotency.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordField, wordRefusal } from '$lib/i18n/wording.ts';
import Team from '$lib/identity/Team.svelte';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Field from '$lib/ui/Field.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.network.account;
  const viewer = $derived(data.viewer!);
  const refused = $derived(faultIn(form));
  const sentence = $derived(refused ? wordRefusal(t, format, refused.refusal) : undefined);
  const inFirm = $derived(refused ? 'place' in refused.values : false);
  const said = $derived(
    form && 'firm' in form
      ? words.firmDone
      : form && 'invited' in form
        ? words.invited(String(form.invited))
        : form && 'removed' in form
          ? words.removed
          : data.joined
            ? t.network.invitation.joined(data.joined)
            : undefined,
  );
  const faultOf = (name: string) => {
    const rule = inFirm ? refused?.fields[name] : undefined;
    if (rule) return wordField(t, rule);
    const named = { siret: 'identity.siret', place: 'production.place' }[name];
    return inFirm && named && refused?.refusal.key === named ? sentence : undefined;
  };
  const pageOf = ({ scope, scopeId }: { scope: string; scopeId: string }) =>
    ({ workshop: `/ateliers/${scopeId}`, network: `/reseau/${scopeId}` })[scope];
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap stack`,});
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});viewer.name; }
     { svelteHTML.createElement("p", { "class":`small soft`,});words.lead(viewer.email); }
   }
  if(said){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":said,}});}}
  if(refused && !inFirm){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":sentence ?? '',}});}}
  if(!viewer.verified){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`warn`,"text":words.verify,}});}}

   { svelteHTML.createElement("section", { "aria-labelledby":`roles`,});
     { const $$_daeH2C = __sveltets_2_ensureComponent(Head); new $$_daeH2C({ target: __sveltets_2_any(), props: {    "id":`roles`,"title":words.roles,}});}
    if(data.mandates.length > 0){
       { svelteHTML.createElement("ul", { "class":`list`,});
           for(let mandate of __sveltets_2_ensureArray(data.mandates)){mandate.id;
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("div", {});
               { svelteHTML.createElement("h3", {});
                if(pageOf(mandate)){ { svelteHTML.createElement("a", { "href":pageOf(mandate),});mandate.organisation.name; }}else{mandate
                    .organisation.name;}
               }
               { svelteHTML.createElement("p", { "class":`small soft`,});
                t.shell.roles[mandate.role]; words.since(format.longDate(mandate.since));
               }
             }
            if(viewer.acting?.id === mandate.scopeId){ { const $$_lliP4C = __sveltets_2_ensureComponent(Pill); new $$_lliP4C({ target: __sveltets_2_any(), props: {    "state":`ok`,"label":words.acting,}});}
            }else{
               { svelteHTML.createElement("form", {   "method":`post`,"action":`/reglages`,});
                 { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":`/compte`,});}
                 { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"name":`acting`,"value":`${mandate.scope}:${mandate.scopeId}`,"aria-label":`${words.act}: ${mandate.organisation.name}`,}});words.act;  Button}
               }
            }
             {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/remove`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":mandate.id,});}
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"size":`s`,"aria-label":`${words.leave}: ${mandate.organisation.name}`,}});words.leave;  Button}
             }}
           }
        }
       }
    }else{
       { const $$_ytpmE2C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":words.none,"text":words.noneText,"level":3,}});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/ateliers/nouveau`,}});words.workshop; Button}
       Empty}
    }
   }

     for(let team of __sveltets_2_ensureArray(data.teams)){team.id;
     { const $$_maeT1C = __sveltets_2_ensureComponent(Team); new $$_maeT1C({ target: __sveltets_2_any(), props: {   team,"me":viewer.id,}});}
  }

   { svelteHTML.createElement("div", { "class":`two`,});
     { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`firme`,}});
       { svelteHTML.createElement("h2", { "id":`firme`,});words.firm; }
       { svelteHTML.createElement("p", { "class":`small soft`,});words.firmText; }
       {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/firm`,"class":`fields`,});
         { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":inFirm && !faultOf('siret') && !faultOf('place') ? sentence : undefined,}});}
         { svelteHTML.createElement("input", {      "type":`hidden`,"name":`idempotencyKey`,"value":keyFor(data.key, inFirm ? refused?.values : undefined),});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {              "label":words.firmName,"name":`name`,"required":true,"maxlength":120,"autocomplete":`organization`,"value":inFirm ? kept(refused?.values, 'name') : '',"error":faultOf('name'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {              "label":words.firmPlace,"name":`place`,"required":true,"maxlength":120,"autocomplete":`address-level2`,"value":inFirm ? kept(refused?.values, 'place') : '',"error":faultOf('place'),}});}
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                "label":words.firmSiret,"name":`siret`,"optional":true,"inputmode":`numeric`,"maxlength":20,"hint":words.firmSiretHint,"value":inFirm ? kept(refused?.values, 'siret') : '',"error":faultOf('siret'),}});}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.firmGo; Button}
       }}
     Sheet}
     { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`atelier`,}});
       { svelteHTML.createElement("h2", { "id":`atelier`,});words.workshop; }
       { svelteHTML.createElement("p", { "class":`small soft`,});words.workshopText; }
       { svelteHTML.createElement("p", { "class":`does`,}); { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/ateliers/nouveau`,}});words.workshop; Button} }
     Sheet}
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;