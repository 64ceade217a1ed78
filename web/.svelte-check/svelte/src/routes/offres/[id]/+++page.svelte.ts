///<reference types="svelte" />
;
import DraftingCompass from '@lucide/svelte/icons/drafting-compass';
import { onMount } from 'svelte';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import MachineTimeSheet from '$lib/production/MachineTimeSheet.svelte';
import OfferTurn from '$lib/production/OfferTurn.svelte';
import PartCard from '$lib/production/PartCard.svelte';
import { offerPill, requestPill } from '$lib/production/pills.ts';
import { watchExchange } from '$lib/production/watch.svelte.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Head from '$lib/ui/Head.svelte';
import KindTag from '$lib/ui/KindTag.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import Verdicts from '$lib/ui/Verdicts.svelte';
import type { PageProps } from './$types';
function $$render() {
  const state/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}};return __sveltets_2_any(0)};  const glyph/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_ssapmoCgnitfarD0C = __sveltets_2_ensureComponent(DraftingCompass); new $$_ssapmoCgnitfarD0C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, formatIn } = useI18n();
  const words = t.production.offer;
  watchExchange();

  const offer = $derived(data.offer);
  const request = $derived(offer.request);
  const format = $derived(formatIn(offer.timeZone));
  const fault = $derived(faultIn(form));
  const open = $derived(offer.state === 'proposed' || offer.state === 'viewed');
  const pill = $derived(
    offer.state === 'accepted' && request.state ? requestPill(t, request.state) : offerPill(t, offer.state),
  );
  const facts = $derived([
    {
      label: words.by,
      value: request.mustHaveBy ? format.shortDate(request.mustHaveBy, data.now) : t.production.page.noDate,
    },
    ...(request.deliverTo ? [{ label: words.to, value: request.deliverTo }] : []),
    ...(typeof offer.distanceKm === 'number'
      ? [{ label: words.distance, value: format.distance(offer.distanceKm) }]
      : []),
    { label: words.state, value: state },
  ]);

  // That the lab has looked is a fact of its own: noted once the page is really in front of somebody.
  onMount(() => {
    if (offer.can.includes('view'))
      void fetch('?/view', { method: 'POST', body: new FormData(), headers: { 'x-sveltekit-action': 'true' } });
  });
;
async () => {




 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});request.title; request.code;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/offres', label: t.production.offers.title }],"current":request.code,}});}
   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: {  "title":request.title,facts,above:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_gaTdniK0C = __sveltets_2_ensureComponent(KindTag); new $$_gaTdniK0C({ target: __sveltets_2_any(), props: {      "kind":`request`,"label":words.kind,"icon":glyph,}});}  { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":request.code,}});}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
   Cartouche}
   { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {  "text":fault ? wordRefusal(t, format, fault.refusal) : undefined,}});}
   { svelteHTML.createElement("div", { "class":`two`,});
     { svelteHTML.createElement("div", {  "class":`stack`,});__sveltets_2_ensureType(String, Number, " ");
       { const $$_nruTreffO3C = __sveltets_2_ensureComponent(OfferTurn); new $$_nruTreffO3C({ target: __sveltets_2_any(), props: {       offer,"now":data.now,"questions":data.questions.length,"parts":data.parts,}});}
      if(data.rows.length > 0 && (open || offer.state === 'accepted')){
         { svelteHTML.createElement("section", { "aria-labelledby":`compare`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`compare`,"title":words.askedAgainst,}});}
           { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"drawn":true,}}); { const $$_stcidreV5C = __sveltets_2_ensureComponent(Verdicts); new $$_stcidreV5C({ target: __sveltets_2_any(), props: {    "caption":words.askedAgainst,"rows":data.rows,}});} Sheet}
          if(open && data.questions.length > 0){
             { svelteHTML.createElement("p", { "class":`small ask`,}); { svelteHTML.createElement("b", {});words.toConfirm;  } words.toConfirmText; }
          }
         }
      }
      if(offer.machineTime && (open || offer.state === 'accepted')){
         { const $$_teehSemiTenihcaM3C = __sveltets_2_ensureComponent(MachineTimeSheet); new $$_teehSemiTenihcaM3C({ target: __sveltets_2_any(), props: {      "time":offer.machineTime,"timeZone":offer.timeZone,"now":data.now,}});}
      }
     }
    if(data.parts.length > 0){
       { svelteHTML.createElement("aside", { "class":`side`,});
           for(let part of __sveltets_2_ensureArray(data.parts)){part.id;
           { const $$_draCtraP3C = __sveltets_2_ensureComponent(PartCard); new $$_draCtraP3C({ target: __sveltets_2_any(), props: {   part,"title":data.parts.length === 1 ? words.part : part.name,}});}
        }
        if(request.note){
           { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`mot`,}});
             { svelteHTML.createElement("h2", {   "id":`mot`,"class":`h`,});words.message; }
             { svelteHTML.createElement("p", { "class":`small note`,});request.note; }
           Sheet}
        }
        if(request.askedBy){
           { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`qui`,}});
             { svelteHTML.createElement("h2", {   "id":`qui`,"class":`h`,});words.forWhom; }
             { svelteHTML.createElement("p", {});request.askedBy.name; }
            if(request.askedBy.email){
               { svelteHTML.createElement("p", {}); { svelteHTML.createElement("a", { "href":`mailto:${request.askedBy.email}?subject=${request.code}`,});request.askedBy.email; } }
            }
           Sheet}
        }else{
           { svelteHTML.createElement("p", { "class":`caption`,});words.hidden; }
        }
       }
    }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;