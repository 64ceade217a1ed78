///<reference types="svelte" />
;
import { declineReasons } from '$schema/production.ts';
import { kept as keptForm } from '../forms/enhance.ts';
import type { OfferPageQuery } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
import Turn from '../ui/Turn.svelte';
import OpenClock from './OpenClock.svelte';
import type { PartView } from './words.server.ts';
;

  type Props = { offer: OfferPageQuery['offer']; now: string; questions: number; parts: readonly PartView[] };;function $$render() {

  
  
  
  
  
  
  
  
  

  let { offer, now, questions, parts }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.production.offer;
  const format = $derived(formatIn(offer.timeZone));
  const request = $derived(offer.request);
  const untimed = $derived(parts.filter(({ id }) => offer.machineTime?.unknown.includes(id)));
  let reason = $state<string>('no_capacity');

  const said = $derived.by(() => {
    if (offer.state === 'proposed' || offer.state === 'viewed')
      return {
        title: words.turnTitle(format.dateTime(offer.expiresAt, now)),
        text: words.turnText,
        tone: 'yours' as const,
      };
    if (offer.state !== 'accepted')
      return { title: words.over[offer.state], text: words.overText, tone: 'wait' as const };
    switch (request.state) {
      case 'in_production':
        return { title: words.making, text: words.makingText, tone: 'yours' as const };
      case 'delivered':
        return { title: words.delivered, text: words.deliveredText, tone: 'wait' as const };
      case 'done':
        return { title: words.done, text: words.doneText, tone: 'wait' as const };
      case 'cancelled':
        return { title: words.cancelled, text: words.cancelledText, tone: 'wait' as const };
      default:
        return { title: words.won, text: words.wonText, tone: 'yours' as const };
    }
  });
;
async () => {

 { const $$_nruT0C = __sveltets_2_ensureComponent(Turn); new $$_nruT0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":said.title,"tone":said.tone,}});
   { svelteHTML.createElement("p", {});said.text; }
  if(offer.can.includes('accept')){
     { const $$_kcolCnepO1C = __sveltets_2_ensureComponent(OpenClock); new $$_kcolCnepO1C({ target: __sveltets_2_any(), props: {         "gone":offer.openMinutesGone,"all":offer.openMinutes,"from":t.production.page.turn.received(format.dateTime(offer.offeredAt, now)),"left":words.left(format.duration(Math.max(0, offer.openMinutes - offer.openMinutesGone))),}});}
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/accept`,"class":`fields`,});
      if(untimed.length > 0){
         { svelteHTML.createElement("p", { "class":`small`,});words.unknown; }
           for(let part of __sveltets_2_ensureArray(untimed)){part.id;
           { svelteHTML.createElement("div", { "class":`hours`,});
             { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {              "label":words.minutes(part.name),"name":`hours-${part.id}`,"unit":words.minutesUnit,"inputmode":`decimal`,"autocomplete":`off`,"optional":true,"maxlength":6,}});}
           }
        }
      }
       { svelteHTML.createElement("div", { "class":`row`,});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.accept; Button}
        if(questions > 0){ { svelteHTML.createElement("span", { "class":`small soft`,});t.production.page.questions(questions); }}
       }
     }}
     { svelteHTML.createElement("details", {});
       { svelteHTML.createElement("summary", {});words.pass; }
       {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/decline`,"class":`fields`,});
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); const $$_dleiF3 = new $$_dleiF3C({ target: __sveltets_2_any(), props: {          "label":words.why,"name":`reason`,value:reason,"options":declineReasons.map((value) => ({ value, label: t.production.reason[value] })),...reason === 'wrong_capability' ? { hint: words.wrongHint } : {},}});/*Ωignore_startΩ*/() => reason = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiF3.$$bindings = 'value';}
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {        "label":words.note,"name":`note`,"multiline":true,"optional":true,"maxlength":2000,"hint":words.noteHint,}});}
         { svelteHTML.createElement("div", {}); { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.passTitle; Button} }
       }}
     }
  } else if (request.can.includes('start')){
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/start`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`request`,"value":request.id,});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.start; Button}
     }}
  } else if (request.can.includes('deliver')){
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/deliver`,});
       { svelteHTML.createElement("input", {      "type":`hidden`,"name":`request`,"value":request.id,});}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.deliver; Button}
     }}
  }
 Turn}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OfferTurn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OfferTurn__SvelteComponent_ = ReturnType<typeof OfferTurn__SvelteComponent_>;
/*Ωignore_endΩ*/export default OfferTurn__SvelteComponent_;