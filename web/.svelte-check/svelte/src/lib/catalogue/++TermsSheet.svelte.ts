///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Plate from '../ui/Plate.svelte';
;

  type Props = {
    use: 'on_site' | 'take_away' | 'both';
    terms: {
      pricing: 'free' | 'hourly' | 'daily';
      rateCents: number;
      depositCents: number;
      audience: 'network' | 'organisations' | 'everyone';
      automatic: boolean;
      noticeHours: number;
      longestHours: number;
      holdHours: number;
      conditions: string;
    };
    buffers: { prepareMinutes: number; cleanMinutes: number; transportMinutes: number };
    accreditation?: string | null | undefined;
  };;function $$render() {

  
  

  let { use, terms, buffers, accreditation }: Props = $props();
  const { t, format } = useI18n();
  const words = t.catalogue.page;
  const money = $derived(format.money(terms.rateCents));
  const price = $derived(
    terms.pricing === 'free'
      ? t.catalogue.free
      : terms.pricing === 'hourly'
        ? t.catalogue.perHour(money)
        : t.catalogue.perDay(money),
  );
  const around = $derived(
    [
      buffers.prepareMinutes > 0 ? words.prepare(format.duration(buffers.prepareMinutes)) : '',
      buffers.cleanMinutes > 0 ? words.clean(format.duration(buffers.cleanMinutes)) : '',
      buffers.transportMinutes > 0 && use !== 'on_site'
        ? words.transport(format.duration(buffers.transportMinutes))
        : '',
    ].filter(Boolean),
  );
  const hours = (count: number) => format.duration(count * 60);
;
async () => {

 { svelteHTML.createElement("dl", {});
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("dt", {});words.price; }
     { svelteHTML.createElement("dd", {}); { svelteHTML.createElement("b", {});price; } t.catalogue.use[use]; }
   }
  if(terms.depositCents > 0){ { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});words.deposit; }
       { svelteHTML.createElement("dd", {});format.money(terms.depositCents); }
     }}
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("dt", {});words.who; }
     { svelteHTML.createElement("dd", {});t.catalogue.audience[terms.audience]; }
   }
  if(accreditation){ { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});words.accreditation; }
       { svelteHTML.createElement("dd", {}); { const $$_etalP3C = __sveltets_2_ensureComponent(Plate); new $$_etalP3C({ target: __sveltets_2_any(), props: {  "label":accreditation,}});} }
     }}
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("dt", {});words.answer; }
     { svelteHTML.createElement("dd", {});terms.automatic ? words.automatic : words.manual(hours(terms.holdHours)); }
   }
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("dt", {});words.notice; }
     { svelteHTML.createElement("dd", {});terms.noticeHours > 0 ? words.noticeHours(hours(terms.noticeHours)) : words.noticeNone; }
   }
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("dt", {});words.longest; }
     { svelteHTML.createElement("dd", {});hours(terms.longestHours); }
   }
  if(around.length > 0){ { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});words.buffers; }
       { svelteHTML.createElement("dd", {});around.join(', '); }
     }}
  if(terms.conditions){ { svelteHTML.createElement("div", { "class":`all`,});
       { svelteHTML.createElement("dt", {});words.conditions; }
       { svelteHTML.createElement("dd", {});terms.conditions; }
     }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TermsSheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TermsSheet__SvelteComponent_ = ReturnType<typeof TermsSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default TermsSheet__SvelteComponent_;