///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import { useI18n } from '../i18n/index.ts';
import Cote from '../ui/Cote.svelte';
import Pill, { type State } from '../ui/Pill.svelte';
import Verdicts from '../ui/Verdicts.svelte';
import type { Candidate } from './request.server.ts';
import WhyRank from './WhyRank.svelte';
;

  type Props = {
    lab: Candidate;
    /** Every requirement is shown, not only what is to be confirmed. */
    whole: boolean;
    /** Asked now: drawn with the thick line. */
    on: boolean;
    pill?: { state: State; label: string } | undefined;
    /** Longest distance of the list, to which the line is drawn. */
    farthest: number;
    scoreVersion: number;
  };;function $$render() {

  
  
  
  
  
  
  

  let { lab, whole, on, pill, farthest, scoreVersion }: Props = $props();
  const { t } = useI18n();
  const words = t.production.page;
  const rows = $derived(whole ? [...lab.yes, ...lab.ask] : lab.ask);
  const folded = $derived(whole ? [] : lab.yes);
  const length = $derived(farthest > 0 && lab.km !== null ? (lab.km / farthest) * 90 : undefined);
;
async () => {

 { svelteHTML.createElement("li", {   "class":`cand`,"id":`atelier-${lab.id}`,});on;
   { svelteHTML.createElement("div", { "class":`h`,});
     { svelteHTML.createElement("span", { "class":`rank`,});lab.rank; }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/ateliers/${lab.slug}`,});lab.name; } }
       { svelteHTML.createElement("p", { "class":`soft`,});
        lab.where;if(lab.machines){  lab.machines;}
       }
     }
     { svelteHTML.createElement("div", { "class":`s`,});
      if(pill){ { const $$_lliP3C = __sveltets_2_ensureComponent(Pill); new $$_lliP3C({ target: __sveltets_2_any(), props: {    "state":pill.state,"label":pill.label,}});}}
      if(lab.distance){ { const $$_etoC3C = __sveltets_2_ensureComponent(Cote); new $$_etoC3C({ target: __sveltets_2_any(), props: {   "value":lab.distance,...length === undefined ? {} : { length },}});}}
     }
   }
  if(rows.length > 0){
     { const $$_stcidreV1C = __sveltets_2_ensureComponent(Verdicts); new $$_stcidreV1C({ target: __sveltets_2_any(), props: {   "caption":whole ? words.verdicts(lab.name) : words.toConfirm(lab.name),rows,}});}
  }
  if(folded.length > 0){
     { svelteHTML.createElement("details", { "class":`yes`,});
       { svelteHTML.createElement("summary", {});
         { svelteHTML.createElement("b", { ...__sveltets_2_empty({"data-v":`yes`}),}); { const $$_kcehC4C = __sveltets_2_ensureComponent(Check); new $$_kcehC4C({ target: __sveltets_2_any(), props: {    "aria-hidden":`true`,"strokeWidth":3,}});}words.yes(folded.length); }
         { svelteHTML.createElement("span", {});folded.map(({ requirement }) => requirement.toLocaleLowerCase()).join(', '); }
       }
       { const $$_stcidreV2C = __sveltets_2_ensureComponent(Verdicts); new $$_stcidreV2C({ target: __sveltets_2_any(), props: {    "caption":words.met(lab.name),"rows":folded,}});}
     }
  }
   { svelteHTML.createElement("div", { "class":`f`,});
     { svelteHTML.createElement("p", {});
       { svelteHTML.createElement("b", {});words.tally(lab.yes.length, lab.ask.length); } { svelteHTML.createElement("span", { "class":`soft`,});words.questions(lab.ask.length); }
     }
     { svelteHTML.createElement("p", {});
      if(lab.earliest){ { svelteHTML.createElement("b", {});lab.earliest; } { svelteHTML.createElement("span", { "class":`soft`,});words.earliest; }}else{ { svelteHTML.createElement("b", {});words.unknownDate; } { svelteHTML.createElement("span", { "class":`soft`,});words.unknownDateText; }}
     }
     { svelteHTML.createElement("div", { "class":`w`,}); { const $$_knaRyhW3C = __sveltets_2_ensureComponent(WhyRank); new $$_knaRyhW3C({ target: __sveltets_2_any(), props: {      "name":lab.name,"why":lab.why,"version":scoreVersion,}});} }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CandidateCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CandidateCard__SvelteComponent_ = ReturnType<typeof CandidateCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default CandidateCard__SvelteComponent_;