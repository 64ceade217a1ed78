///<reference types="svelte" />
;
import type { OfferRowFragment } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Head from '../ui/Head.svelte';
import Sheet from '../ui/Sheet.svelte';
import OfferRow from './OfferRow.svelte';
import { watchExchange } from './watch.svelte.ts';
;

  type Props = {
    /** From `offersToAnswer` of production/offers.server.ts, read in the page's load after `depends('exchange')`. */
    offers: readonly OfferRowFragment[];
    now: string;
    /** The heading's own address, for a link from elsewhere on the page. */
    id?: string;
  };;function $$render() {

  
  
  
  
  
  

  let { offers, now, id = 'offres' }: Props = $props();
  const { t } = useI18n();
  const words = t.production.offers;
  watchExchange();
;
async () => {

if(offers.length > 0){
   { svelteHTML.createElement("section", { "aria-labelledby":id,});
     { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {       id,"title":words.desk,"href":`/offres`,"action":words.all,}});}
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"drawn":true,}});
       { svelteHTML.createElement("ul", {});
           for(let offer of __sveltets_2_ensureArray(offers)){offer.id; { const $$_woRreffO3C = __sveltets_2_ensureComponent(OfferRow); new $$_woRreffO3C({ target: __sveltets_2_any(), props: {  offer,now,}});}}
       }
     Sheet}
   }
}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OffersToAnswer__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OffersToAnswer__SvelteComponent_ = ReturnType<typeof OffersToAnswer__SvelteComponent_>;
/*Ωignore_endΩ*/export default OffersToAnswer__SvelteComponent_;