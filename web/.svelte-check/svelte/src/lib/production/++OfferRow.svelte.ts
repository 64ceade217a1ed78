///<reference types="svelte" />
;
  import { graphql } from '../graph/generated/index.ts';

  graphql(`
    fragment OfferRow on Offer {
      id
      state
      distanceKm
      offeredAt
      expiresAt
      answeredAt
      openMinutes
      openMinutesGone
      timeZone
      reasons {
        verdict
      }
      request {
        id
        code
        title
        state
        mustHaveBy
        deliverTo
      }
    }
  `);
;;

import type { OfferRowFragment } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Pill from '../ui/Pill.svelte';
import OpenClock from './OpenClock.svelte';
import { offerPill, requestPill } from './pills.ts';
;

  type Props = { offer: OfferRowFragment; now: string };;function $$render() {

  
  
  
  
  
  

  let { offer, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.production.offers;
  const format = $derived(formatIn(offer.timeZone));
  const open = $derived(offer.state === 'proposed' || offer.state === 'viewed');
  const pill = $derived(
    offer.state === 'accepted' && offer.request.state ? requestPill(t, offer.request.state) : offerPill(t, offer.state),
  );
  const questions = $derived(offer.reasons.filter(({ verdict }) => verdict === 'to_confirm').length);
  const detail = $derived(
    [
      offer.request.mustHaveBy ? t.production.list.by(format.shortDate(offer.request.mustHaveBy, now)) : '',
      offer.request.deliverTo ?? '',
      typeof offer.distanceKm === 'number' ? words.distance(format.distance(offer.distanceKm)) : '',
      open && questions > 0 ? words.questions(questions) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
;
async () => {



 { svelteHTML.createElement("li", { });open;
   { svelteHTML.createElement("div", { "class":`t`,});
     { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/offres/${offer.id}`,});offer.request.title; } }
     { svelteHTML.createElement("p", { "class":`soft small`,});detail; }
   }
  if(open){
     { svelteHTML.createElement("div", { "class":`c`,});
       { const $$_kcolCnepO2C = __sveltets_2_ensureComponent(OpenClock); new $$_kcolCnepO2C({ target: __sveltets_2_any(), props: {         "gone":offer.openMinutesGone,"all":offer.openMinutes,"from":words.before(format.dateTime(offer.expiresAt, now)),"left":t.production.page.turn.left(format.duration(Math.max(0, offer.openMinutes - offer.openMinutesGone))),}});}
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`s`,"href":`/offres/${offer.id}`,}});words.see; Button}
  }else{
     { const $$_lliP1C = __sveltets_2_ensureComponent(Pill); new $$_lliP1C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OfferRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OfferRow__SvelteComponent_ = ReturnType<typeof OfferRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default OfferRow__SvelteComponent_;