///<reference types="svelte" />
;
import { useI18n } from '$lib/i18n/index.ts';
import HitRow from '$lib/catalogue/HitRow.svelte';
import ClothMap from '$lib/shell/ClothMap.svelte';
import Head from '$lib/ui/Head.svelte';
import SeekBlock from '$lib/ui/SeekBlock.svelte';
import SeekCell from '$lib/ui/SeekCell.svelte';
import type { PageProps } from './$types';
import FirmPanel from './FirmPanel.svelte';
function $$render() {

  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t, format } = useI18n();
  const home = t.home;
  const near = $derived(data.near ? home.free.near(data.near) : home.free.title);
  /** A name only where it can be read: the first workshop of a town, with nobody close on its right. */
  const pins = $derived(
    data.places.map((place, n) => {
      const first = data.places.findIndex(({ name }) => name === place.name) === n;
      const crowded = data.places.some(
        ({ lat, lon }) => lon > place.lon && lon - place.lon < 0.5 && Math.abs(lat - place.lat) < 0.1,
      );
      return { ...place, label: first && !crowded };
    }),
  );
  const distances = [25, 40, 60, 100, 0].map((km) => ({
    value: km === 0 ? '' : String(km),
    label: km === 0 ? home.seek.anywhere : format.distance(km),
  }));
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});t.shell.name;  home.title; } { svelteHTML.createElement("meta", {    "name":`description`,"content":home.lead,});} }

 { svelteHTML.createElement("section", {   "class":`cloth hero`,"aria-labelledby":`h1`,});
   { svelteHTML.createElement("div", { "class":`wrap in`,});
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("h1", { "id":`h1`,});home.title; }
       { svelteHTML.createElement("p", { "class":`lead`,});home.lead; }
       { svelteHTML.createElement("div", { "class":`form`,});
         { const $$_kcolBkeeS4C = __sveltets_2_ensureComponent(SeekBlock); const $$_kcolBkeeS4 = new $$_kcolBkeeS4C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"label":home.seek.label,"action":`/trouver`,"go":home.seek.go,more:() => { async ()/*Ωignore_positionΩ*/ => {
             { svelteHTML.createElement("details", { "class":`more`,});
               { svelteHTML.createElement("summary", {});home.seek.more; }
               { svelteHTML.createElement("div", {});
                 { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {         "label":home.seek.material,"name":`matiere`,"placeholder":home.seek.materialHint,"maxlength":120,}});}
                 { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {        "label":`${home.seek.thickness} (mm)`,"name":`epaisseur`,"inputmode":`decimal`,"maxlength":6,}});}
               }
             }
          };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {more} = $$_kcolBkeeS4.$$prop_def;/*Ωignore_endΩ*/
           { const $$_lleCkeeS5C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS5C({ target: __sveltets_2_any(), props: {        "wide":true,"label":home.seek.what,"name":`quoi`,"placeholder":home.seek.whatHint,"maxlength":120,}});}
           { const $$_lleCkeeS5C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS5C({ target: __sveltets_2_any(), props: {             "label":home.seek.where,"name":`ou`,"value":data.place,"placeholder":home.seek.whereHint,"autocomplete":`address-level2`,"maxlength":120,}});}
           { const $$_lleCkeeS5C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS5C({ target: __sveltets_2_any(), props: {        "label":home.seek.within,"name":`km`,"value":`60`,"options":distances,}});}
           { const $$_lleCkeeS5C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS5C({ target: __sveltets_2_any(), props: {          "wide":true,"label":home.seek.from,"name":`du`,"type":`datetime-local`,"value":data.from,"step":1800,}});}
           { const $$_lleCkeeS5C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS5C({ target: __sveltets_2_any(), props: {          "wide":true,"label":home.seek.until,"name":`au`,"type":`datetime-local`,"value":data.until,"step":1800,}});}
          
         SeekBlock}
       }
       { svelteHTML.createElement("ul", {   "class":`quick`,"aria-label":home.quick.label,});
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`/trouver?du=${data.today.from}&au=${data.today.until}`,});home.quick.today; } }
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`/trouver?du=${data.tomorrow.from}&au=${data.tomorrow.until}`,});home.quick.tomorrow; } }
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`/ateliers`,});home.quick.workshops; } }
       }
     }
     { svelteHTML.createElement("div", { "class":`map`,}); { const $$_paMhtolC3C = __sveltets_2_ensureComponent(ClothMap); new $$_paMhtolC3C({ target: __sveltets_2_any(), props: {      "title":home.map.title,"text":home.map.text,"places":pins,}});} }
   }
 }
 { svelteHTML.createElement("div", {   "class":`ply no-print`,"aria-hidden":`true`,}); }

if(data.rows.length > 0){
   { svelteHTML.createElement("section", {   "class":`wrap free`,"aria-labelledby":`free`,});
     { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {        "id":`free`,"title":near,"href":data.all,"action":home.free.all(data.free),}});}
     { svelteHTML.createElement("div", { "class":`rows`,});
         for(let row of __sveltets_2_ensureArray(data.rows)){row.id; { const $$_woRtiH2C = __sveltets_2_ensureComponent(HitRow); new $$_woRtiH2C({ target: __sveltets_2_any(), props: {   row,"today":data.now,}});}}
     }
     { svelteHTML.createElement("p", { "class":`small soft`,});home.free.note(data.free, data.freeIn, data.workshops); }
   }
}

 { svelteHTML.createElement("section", {   "class":`wrap how`,"aria-labelledby":`how`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`how`,"title":home.how.title,}});}
   { svelteHTML.createElement("ol", {});
        for(let step of __sveltets_2_ensureArray(home.how.steps)){let index = 1;step.title;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("span", {   "class":`n`,"aria-hidden":`true`,});index + 1; }
         { svelteHTML.createElement("h3", {});step.title; }
         { svelteHTML.createElement("p", {});step.text; }
       }
    }
   }
 }

 { const $$_lenaPmriF0C = __sveltets_2_ensureComponent(FirmPanel); new $$_lenaPmriF0C({ target: __sveltets_2_any(), props: {}});}


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;