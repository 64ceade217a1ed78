///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import type { RequestPageQuery } from '../graph/generated/graphql.ts';
import Head from '../ui/Head.svelte';
import Pill from '../ui/Pill.svelte';
import Sheet from '../ui/Sheet.svelte';
import { offerPill } from './pills.ts';
;

  type Props = { offers: RequestPageQuery['request']['offers']; now: string; small?: boolean };;function $$render() {

  
  
  
  
  
  

  let { offers, now, small = false }: Props = $props();
  const { t, format } = useI18n();
  const words = t.production.page;
;
async () => {

if(offers.length > 0){
   { svelteHTML.createElement("section", {});
     { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "title":words.history,"level":small ? 3 : 2,}});}
     { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       { svelteHTML.createElement("ul", {});
           for(let offer of __sveltets_2_ensureArray(offers)){offer.id;
          const pill = offerPill(t, offer.state);
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("span", {});
               { svelteHTML.createElement("a", { "href":`/ateliers/${offer.lab.slug}`,});offer.lab.name; }
               { svelteHTML.createElement("small", {});words.asked(format.dateTime(offer.answeredAt ?? offer.offeredAt, now)); }
              if(offer.declineReason){ { svelteHTML.createElement("small", { });t.production.reasonFirm[offer.declineReason];if(offer.declineNote){  offer.declineNote; } }}
             }
             { const $$_lliP4C = __sveltets_2_ensureComponent(Pill); new $$_lliP4C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}
           }
        }
       }
     Sheet}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RequestHistory__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RequestHistory__SvelteComponent_ = ReturnType<typeof RequestHistory__SvelteComponent_>;
/*Ωignore_endΩ*/export default RequestHistory__SvelteComponent_;