///<reference types="svelte" />
;
import Search from '@lucide/svelte/icons/search';
import EquipmentForm from '$lib/catalogue/EquipmentForm.svelte';
import { keyFor } from '$lib/forms/idempotency.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Field from '$lib/ui/Field.svelte';
import Notice from '$lib/ui/Notice.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.catalogue.form;
  const failed = $derived(form && 'refusal' in form ? form : undefined);
  const values = $derived(failed?.values ?? data.values);
  const sides = ({ envelope }: (typeof data.models)[number]) =>
    envelope
      ? format.size([envelope.x, envelope.y, envelope.z].filter((side): side is number => typeof side === 'number'))
      : '';
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.newTitle;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap page`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {     "trail":[
      { href: '/ateliers', label: t.shell.nav.workshops },
      { href: `/ateliers/${data.workshop.slug}`, label: data.workshop.name },
    ],"current":words.newTitle,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.newTitle; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.newLead(data.workshop.name); }
   }

   { svelteHTML.createElement("form", {      "class":`model sheet`,"role":`search`,"aria-label":words.model,"data-sveltekit-keepfocus":true,});
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {            "label":words.model,"name":`modele`,"type":`search`,"value":data.wanted,"hint":words.modelHint,"maxlength":80,}});}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}}); { const $$_hcraeS3C = __sveltets_2_ensureComponent(Search); new $$_hcraeS3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.modelSearch; Button}
    if(data.models.length > 0){
       { svelteHTML.createElement("div", {   "class":`found`,"role":`status`,});
         { svelteHTML.createElement("p", { "class":`caption`,});words.models(data.models.length); }
         { svelteHTML.createElement("ul", {});
             for(let model of __sveltets_2_ensureArray(data.models)){model.id; { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("a", { "href":`?fiche=${model.id}`,}); { svelteHTML.createElement("b", {});model.maker; model.model; }  { svelteHTML.createElement("span", { "class":`soft`,});sides(model); } }
             }}
         }
       }
    } else if (data.wanted && !data.model){ { svelteHTML.createElement("p", {   "class":`found soft`,"role":`status`,});words.modelNone; }}
   }
  if(data.model){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.modelTaken(data.model),}});}}

  data.model; {
     { const $$_mroFtnempiuqE1C = __sveltets_2_ensureComponent(EquipmentForm); new $$_mroFtnempiuqE1C({ target: __sveltets_2_any(), props: {                      "action":"",values,"fields":failed?.fields ?? {},"refusal":failed && Object.keys(failed.fields).length === 0 ? wordRefusal(t, format, failed.refusal) : undefined,"rows":failed?.rows ?? data.rows,"most":data.most,"processes":data.processes,"materials":data.materials,"submit":words.create,"idempotencyKey":keyFor(data.key, failed?.values),"draft":{ key: `equipment.new.${data.workshop.id}`, restore: !failed && !data.model },"isNew":true,}});}
  }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;