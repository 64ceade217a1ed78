///<reference types="svelte" />
;
import DraftingCompass from '@lucide/svelte/icons/drafting-compass';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import { faultIn } from '$lib/forms/fault.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Map from '$lib/map/Map.svelte';
import CandidateCard from '$lib/production/CandidateCard.svelte';
import NextSteps from '$lib/production/NextSteps.svelte';
import PartCard from '$lib/production/PartCard.svelte';
import RequestHistory from '$lib/production/RequestHistory.svelte';
import RequestTurn from '$lib/production/RequestTurn.svelte';
import { offerPill, requestPill } from '$lib/production/pills.ts';
import { watchExchange } from '$lib/production/watch.svelte.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Head from '$lib/ui/Head.svelte';
import KindTag from '$lib/ui/KindTag.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Pill from '$lib/ui/Pill.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import Sieve from '$lib/ui/Sieve.svelte';
import type { PageProps } from './$types';
function $$render() {
  const state/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}};return __sveltets_2_any(0)};  const glyph/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_ssapmoCgnitfarD0C = __sveltets_2_ensureComponent(DraftingCompass); new $$_ssapmoCgnitfarD0C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}};return __sveltets_2_any(0)};  const sieve/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
  if(matches){
     { svelteHTML.createElement("section", { "aria-labelledby":`ecartes`,});
       { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`ecartes`,"title":words.excluded(matches.looked - matches.capable),}});}
       { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },}}); { const $$_eveiS2C = __sveltets_2_ensureComponent(Sieve); new $$_eveiS2C({ target: __sveltets_2_any(), props: {       "label":words.excluded(matches.looked - matches.capable),"total":matches.looked,"rows":matches.sieve,}});}  Sheet}
      if(matches.near.length > 0){
         { svelteHTML.createElement("ul", {   "class":`near`,"aria-label":words.near,});
             for(let miss of __sveltets_2_ensureArray(matches.near)){miss.text;
             { svelteHTML.createElement("li", {});
               { const $$_blubthgiL3C = __sveltets_2_ensureComponent(Lightbulb); new $$_blubthgiL3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", { });miss.text;
                if(miss.day && miss.day !== data.onDay){ { svelteHTML.createElement("a", {  "href":`/demandes/${request.id}?pour=${miss.day}`,});words.tryDate; }} }
             }
          }
         }
      }
     }
  }
};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.production.page;
  watchExchange();

  const request = $derived(data.request);
  const matches = $derived(data.matches);
  const fault = $derived(faultIn(form));
  const [first] = $derived(data.parts);
  const pill = $derived(requestPill(t, request.state));
  const candidates = $derived(matches?.candidates ?? []);
  const farthest = $derived(Math.max(0, ...candidates.map(({ km }) => km ?? 0)));
  /** Labs here that have not been asked: the next ones, in order. */
  const waiting = $derived(candidates.filter(({ answers, offerState }) => answers && offerState === null));
  const asked = $derived(candidates.find(({ offerState }) => offerState === 'proposed' || offerState === 'viewed'));
  const shown = $derived(asked?.id ?? candidates[0]?.id);
  const pins = $derived(
    candidates.map(({ id, rank, name, distance, point }) => ({
      id,
      label: String(rank),
      name: distance ? `${name}, ${distance}` : name,
      href: `#atelier-${id}`,
      chosen: id === asked?.id,
      ...point,
    })),
  );
  const centre = $derived(
    request.delivery && { ...request.delivery.point, name: request.delivery.label.replace(/ \(.*\)$/, '') },
  );
  const links = $derived(
    request.delivery ? candidates.slice(0, 3).map(({ point }) => ({ from: request.delivery!.point, to: point })) : [],
  );
  const facts = $derived([
    data.parts.length === 1
      ? { label: words.material, value: first?.material || words.anyMaterial }
      : { label: words.quantity, value: words.several(data.parts.length) },
    { label: words.by, value: request.mustHaveBy ? format.shortDate(request.mustHaveBy, data.now) : words.noDate },
    { label: words.to, value: request.delivery?.label ?? words.none },
    { label: words.state, value: state },
  ]);
  function pillOfLab(lab: (typeof candidates)[number]) {
    if (lab.offerState) return offerPill(t, lab.offerState);
    if (!lab.answers) return { state: 'idle' as const, label: words.notHere };
    if (request.state !== 'routing') return undefined;
    return lab.id === waiting[0]?.id
      ? { state: 'wait' as const, label: words.next }
      : { state: 'idle' as const, label: words.afterwards };
  }
  const page = $derived(`/demandes/${request.id}${data.onDay ? `?pour=${data.onDay}` : ''}`);
  const next = $derived(matches?.next ? `${page}${data.onDay ? '&' : '?'}apres=${matches.next}` : undefined);
  const title = $derived(request.title || t.production.list.untitled);
;
async () => {






 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});title; request.code;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/demandes', label: t.production.list.title }],"current":request.code,}});}
   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: { title,facts,above:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_gaTdniK0C = __sveltets_2_ensureComponent(KindTag); new $$_gaTdniK0C({ target: __sveltets_2_any(), props: {      "kind":`request`,"label":words.kind,"icon":glyph,}});}  { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":request.code,}});}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
   Cartouche}
   { const $$_yrammuSrorrE1C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE1C({ target: __sveltets_2_any(), props: {  "text":fault ? wordRefusal(t, format, fault.refusal) : undefined,}});}
   { svelteHTML.createElement("div", { "class":`two`,});
     { svelteHTML.createElement("div", {  "class":`main stack`,});__sveltets_2_ensureType(String, Number, " ");
       { const $$_nruTtseuqeR3C = __sveltets_2_ensureComponent(RequestTurn); new $$_nruTtseuqeR3C({ target: __sveltets_2_any(), props: {        request,"now":data.now,"earliest":data.earliest,"next":waiting.slice(0, 2).map(({ name }) => name),}});}
      if(data.onDay){
         { const $$_ecitoN3C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN3C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"tone":`info`,"title":words.trying(format.shortDate(`${data.onDay}T12:00:00Z`, data.now)),"text":words.tryingText,}});
          if(request.can.includes('cancel')){
             { svelteHTML.createElement("form", {   "method":`post`,"action":`?/postpone`,});
               { svelteHTML.createElement("input", {      "type":`hidden`,"name":`day`,"value":data.onDay,});}
               { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.takeDate(format.shortDate(`${data.onDay}T12:00:00Z`, data.now)); Button}
             }
          }
           { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/demandes/${request.id}`,}});words.leaveDate; Button}
         Notice}
      }
      if(matches){
        if(matches.capable > 0){
           { svelteHTML.createElement("section", { "aria-labelledby":`capables`,});
             { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"id":`capables`,"title":words.capable(matches.capable),}}); { svelteHTML.createElement("span", { "class":`soft small`,});words.nearestFirst; }  Head}
             { svelteHTML.createElement("ol", { "class":`cands`,});
                 for(let lab of __sveltets_2_ensureArray(candidates)){lab.id;
                 { const $$_draCetadidnaC5C = __sveltets_2_ensureComponent(CandidateCard); new $$_draCetadidnaC5C({ target: __sveltets_2_any(), props: {           lab,"whole":lab.id === shown,"on":lab.id === asked?.id,"pill":pillOfLab(lab),farthest,"scoreVersion":request.scoreVersion,}});}
              }
             }
             { const $$_noitanigaP4C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP4C({ target: __sveltets_2_any(), props: {   "previous":data.after ? page : undefined,next,}});}
           }
        }else{;__sveltets_2_ensureSnippet(sieve());}
      }else{
         { const $$_yrotsiHtseuqeR3C = __sveltets_2_ensureComponent(RequestHistory); new $$_yrotsiHtseuqeR3C({ target: __sveltets_2_any(), props: {    "offers":request.offers,"now":data.now,}});}
      }
     }
     { svelteHTML.createElement("aside", { "class":`side`,});
         for(let part of __sveltets_2_ensureArray(data.parts)){part.id;
         { const $$_draCtraP3C = __sveltets_2_ensureComponent(PartCard); new $$_draCtraP3C({ target: __sveltets_2_any(), props: {   part,"title":data.parts.length === 1 ? words.part : part.name,}});}
      }
      if(pins.length > 0){
         { svelteHTML.createElement("section", { "aria-labelledby":`carte`,});
           { svelteHTML.createElement("h2", {   "id":`carte`,"class":`vh`,});words.map; }
           { const $$_paM4C = __sveltets_2_ensureComponent(Map); new $$_paM4C({ target: __sveltets_2_any(), props: {     pins,...centre ? { centre } : {},links,"label":words.map,}});}
           { svelteHTML.createElement("p", { "class":`caption`,});words.mapNote; }
         }
      }
       { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`suite`,}});
         { svelteHTML.createElement("h2", {   "id":`suite`,"class":`h`,});words.nextSteps; }
         { const $$_spetStxeN4C = __sveltets_2_ensureComponent(NextSteps); new $$_spetStxeN4C({ target: __sveltets_2_any(), props: {  "steps":data.steps,}});}
       Sheet}
      if(request.note){
         { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`mot`,}});
           { svelteHTML.createElement("h2", {   "id":`mot`,"class":`h`,});words.note; }
           { svelteHTML.createElement("p", { "class":`small note`,});request.note; }
           { svelteHTML.createElement("p", { "class":`caption`,});words.noteSeen; }
         Sheet}
      }
      if(matches && request.offers.length > 1){  { const $$_yrotsiHtseuqeR3C = __sveltets_2_ensureComponent(RequestHistory); new $$_yrotsiHtseuqeR3C({ target: __sveltets_2_any(), props: {    "offers":request.offers,"now":data.now,"small":true,}});}}
     }
   }
  if(matches && matches.capable > 0){ { svelteHTML.createElement("div", { "class":`out`,});;__sveltets_2_ensureSnippet(sieve()); }}
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;