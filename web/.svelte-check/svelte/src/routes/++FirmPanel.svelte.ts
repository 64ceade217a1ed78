///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import Button from '$lib/ui/Button.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import Verdicts from '$lib/ui/Verdicts.svelte';
function $$render() {

  
  
  
  

  const { t } = useI18n();
  const home = t.home;
;
async () => {

 { svelteHTML.createElement("section", {   "class":`firm`,"aria-labelledby":`firm`,});
   { svelteHTML.createElement("div", { "class":`wrap in`,});
     { svelteHTML.createElement("div", { "class":`stack`,});
       { svelteHTML.createElement("h2", { "id":`firm`,});home.firm.title; }
       { svelteHTML.createElement("p", { "class":`lead`,});home.firm.lead; }
       { svelteHTML.createElement("p", {}); { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/demandes/nouvelle`,}});home.firm.go; Button} }
       { svelteHTML.createElement("p", { "class":`small soft`,});home.firm.note; }
     }
     { svelteHTML.createElement("div", { "class":`ex`,});
       { svelteHTML.createElement("p", { "class":`caption`,});home.firm.example; }
       { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"tag":`article`,}});
         { svelteHTML.createElement("h3", {});home.firm.exampleNear; }
         { const $$_stcidreV4C = __sveltets_2_ensureComponent(Verdicts); new $$_stcidreV4C({ target: __sveltets_2_any(), props: {     "caption":home.firm.exampleNear,"rows":[
            {
              verdict: 'yes',
              requirement: home.firm.thickness,
              asked: home.firm.thicknessAsked,
              declared: home.firm.thicknessDeclared,
            },
            {
              verdict: 'yes',
              requirement: home.firm.deadline,
              asked: home.firm.deadlineAsked,
              declared: home.firm.deadlineNear,
            },
            {
              verdict: 'ask',
              requirement: home.firm.tolerance,
              asked: home.firm.toleranceAsked,
              declared: home.firm.toleranceDeclared,
            },
          ],}});}
       Sheet}
       { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"tag":`article`,}});
         { svelteHTML.createElement("h3", {});home.firm.exampleFar; }
         { const $$_stcidreV4C = __sveltets_2_ensureComponent(Verdicts); new $$_stcidreV4C({ target: __sveltets_2_any(), props: {     "caption":home.firm.exampleFar,"rows":[
            {
              verdict: 'yes',
              requirement: home.firm.thickness,
              asked: home.firm.thicknessAsked,
              declared: home.firm.thicknessDeclared,
            },
            {
              verdict: 'no',
              requirement: home.firm.deadline,
              asked: home.firm.deadlineAsked,
              declared: home.firm.deadlineFar,
            },
          ],}});}
       Sheet}
     }
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const FirmPanel__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type FirmPanel__SvelteComponent_ = InstanceType<typeof FirmPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default FirmPanel__SvelteComponent_;