///<reference types="svelte" />
;
import { kept } from '../forms/enhance.ts';
import type { RequestPageQuery } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import DateTimeField from '../ui/DateTimeField.svelte';
import Turn from '../ui/Turn.svelte';
import OpenClock from './OpenClock.svelte';
;

  type Request = RequestPageQuery['request'];;;
  type Props = {
    request: Request;
    now: string;
    /** A new date comes after this instant. */
    earliest: string;
    /** Names of the labs that come next. */
    next: readonly string[];
  };;function $$render() {

  
  
  
  
  
  
  


  let { request, now, earliest, next }: Props = $props();
  const { t, format, formatIn } = useI18n();
  const words = t.production.page.turn;

  const open = $derived(request.offers.find(({ state }) => state === 'proposed' || state === 'viewed'));
  const lab = $derived(request.lab?.name ?? '');
  const can = (move: Request['can'][number]) => request.can.includes(move);
  const zone = $derived(open ? formatIn(open.timeZone) : format);
  const until = $derived(
    open ? [zone.dateTime(open.expiresAt, now), zone.zoneNote(open.expiresAt)].filter(Boolean).join(', ') : '',
  );
  const said = $derived.by(() => {
    switch (request.state) {
      case 'draft':
        return { title: words.draft, text: words.draftText, tone: 'yours' as const };
      case 'routing':
        return { title: words.routing(open?.lab.name ?? '', until), text: '', tone: 'wait' as const };
      case 'awarded':
        return { title: words.awarded(lab), text: words.awardedText, tone: 'wait' as const };
      case 'in_production':
        return { title: words.making(lab), text: words.makingText, tone: 'wait' as const };
      case 'delivered':
        return { title: words.delivered, text: words.deliveredText(lab), tone: 'yours' as const };
      case 'done':
        return { title: words.done, text: words.doneText(lab), tone: 'wait' as const };
      case 'unroutable':
        return {
          title: words.unroutable,
          text: `${words.stop[request.stopReason ?? 'all_asked']} ${words.unroutableDo}`,
          tone: 'yours' as const,
        };
      case 'cancelled':
        return { title: words.cancelled, text: words.cancelledText, tone: 'wait' as const };
    }
  });
  const over = $derived(request.state === 'done' || request.state === 'cancelled');
;
async () => {

 { const $$_nruT0C = __sveltets_2_ensureComponent(Turn); new $$_nruT0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":said.title,"tone":said.tone,}});
  if(open){
     { svelteHTML.createElement("p", {});
      words.open(format.duration(open.openMinutes));
      next.length > 0 ? words.then(format.list(next)) : words.thenNobody;
      words.one;
     }
     { const $$_kcolCnepO1C = __sveltets_2_ensureComponent(OpenClock); new $$_kcolCnepO1C({ target: __sveltets_2_any(), props: {         "gone":open.openMinutesGone,"all":open.openMinutes,"from":words.received(zone.dateTime(open.offeredAt, now)),"left":words.left(format.duration(Math.max(0, open.openMinutes - open.openMinutesGone))),}});}
  }else{
     { svelteHTML.createElement("p", {});said.text; }
  }
  if(request.state === 'unroutable' || request.state === 'routing'){
     { svelteHTML.createElement("details", {   "class":`later`,"open":request.state === 'unroutable',});
       { svelteHTML.createElement("summary", {});t.production.page.otherDate; }
       {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/postpone`,"class":`row end`,});
         { const $$_dleiFemiTetaD3C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD3C({ target: __sveltets_2_any(), props: {           "dateOnly":true,"label":t.production.form.by,"name":`day`,"min":format.dayAfter(earliest, 1),"value":format.dayAfter(earliest, 7),"required":true,}});}
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});t.production.page.otherDateDo; Button}
       }}
     }
  }
   { svelteHTML.createElement("div", { "class":`row`,});
    if(can('receive')){
       {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/receive`,}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.received_; Button} }}
    }
    if(request.state === 'draft'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/demandes/nouvelle?brouillon=${request.id}`,}});words.resume; Button}
    } else if (request.state === 'unroutable'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/demandes/nouvelle?brouillon=${request.id}`,}});words.edit; Button}
    }
    if(request.labContact?.email && !over){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`mailto:${request.labContact.email}?subject=${request.code}`,}});words.write(lab); Button}
    }
    if(over){ { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/demandes/nouvelle`,}});words.again; Button}}
    if(can('cancel')){
       {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/cancel`,}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`quiet`,}});words.withdraw; Button} }}
    }
   }
 Turn}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RequestTurn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RequestTurn__SvelteComponent_ = ReturnType<typeof RequestTurn__SvelteComponent_>;
/*Ωignore_endΩ*/export default RequestTurn__SvelteComponent_;