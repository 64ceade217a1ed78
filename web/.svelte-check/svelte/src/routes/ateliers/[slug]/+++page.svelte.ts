///<reference types="svelte" />
;
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Map from '$lib/map/Map.svelte';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Cartouche from '$lib/ui/Cartouche.svelte';
import Code from '$lib/ui/Code.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import ArchetypeScale from '$lib/workshop/ArchetypeScale.svelte';
import Claim from '$lib/workshop/Claim.svelte';
import OpeningHours from '$lib/workshop/OpeningHours.svelte';
import OpenNow from '$lib/workshop/OpenNow.svelte';
import Shelf from '$lib/workshop/Shelf.svelte';
import type { PageProps } from './$types';
function $$render() {
  const opening/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => { { const $$_woNnepO0C = __sveltets_2_ensureComponent(OpenNow); new $$_woNnepO0C({ target: __sveltets_2_any(), props: {      "plain":true,"opening":site.openingNow,"timeZone":site.timeZone,"now":data.now,}});}};return __sveltets_2_any(0)};  const networks/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
     for(let network of __sveltets_2_ensureArray(site.networks)){network.code; { svelteHTML.createElement("a", { "href":`/reseau/${network.code}`,});network.name; }} { svelteHTML.createElement("span", {  "class":`soft`,});words.noNetwork; }
};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.workshop.page;
  const site = $derived(data.workshop);
  const mine = $derived(site.can.includes('edit'));
  const refused = $derived(faultIn(form));
  const said = $derived(data.said === 'cree' ? words.created : data.said === 'enregistre' ? words.saved : undefined);
  const listed = $derived(
    site.machines.map(({ brand, model }) => (model.startsWith(brand) ? model : `${brand} ${model}`)),
  );
  const dayOf = (date: string) => format.longDate(`${date}T12:00:00Z`);
;
async () => {

 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("title", {});site.name; site.city;  t.shell.name; }
   { svelteHTML.createElement("meta", {    "name":`description`,"content":site.description.slice(0, 160) || `${site.name}, ${site.city}`,});}
 }




 { svelteHTML.createElement("div", { "class":`wrap stack`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/ateliers', label: t.workshop.directory.title }],"current":site.name,}});}
  if(said){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":said,}});}}
  if(form && 'invited' in form){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.invited(String(form.invited)),}});}}
  if(refused){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":wordRefusal(t, format, refused.refusal),}});}}

   { const $$_ehcuotraC1C = __sveltets_2_ensureComponent(Cartouche); const $$_ehcuotraC1 = new $$_ehcuotraC1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":site.name,"facts":[
      { label: words.where, value: `${site.city}, ${site.departementName}` },
      { label: words.open, value: opening },
      { label: words.kind, value: site.archetype ? t.workshop.archetypes[site.archetype] : words.noKind },
      { label: words.network, value: networks },
    ],above:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_edoC0C = __sveltets_2_ensureComponent(Code); new $$_edoC0C({ target: __sveltets_2_any(), props: {  "code":site.code,}});}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {above} = $$_ehcuotraC1.$$prop_def;/*Ωignore_endΩ*/
    
    if(mine){ { svelteHTML.createElement("p", { "class":`row edit`,});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"href":`/ateliers/${site.slug}/modifier`,}});words.edit; Button}
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"href":`/ateliers/${site.slug}/equipements/nouveau`,}});words.add; Button}
       }}
   Cartouche}

  if(!site.confirmed){
     { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"tone":`warn`,"title":words.imported,"text":mine ? words.confirmText : words.importedText,}});
      if(mine){
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/confirm`,});
           { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":site.id,});} { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,}});words.confirm; Button}
         }}
      }
     Notice}
  }

   { svelteHTML.createElement("div", { "class":`cols`,});
     { svelteHTML.createElement("div", { "class":`main stack`,});
      if(site.description){ { svelteHTML.createElement("p", { "class":`prose lead`,});site.description; }}
       { svelteHTML.createElement("section", { "aria-labelledby":`machines`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`machines`,"title":words.equipment,}});}
         { const $$_flehS4C = __sveltets_2_ensureComponent(Shelf); new $$_flehS4C({ target: __sveltets_2_any(), props: {     "machines":data.shelf,mine,"slug":site.slug,}});}
       }
      if(data.work.length > 0){
         { svelteHTML.createElement("section", { "aria-labelledby":`sait`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`sait`,"title":words.does,}});}
           { svelteHTML.createElement("ul", { "class":`tags`,});
               for(let name of __sveltets_2_ensureArray(data.work)){name; { svelteHTML.createElement("li", {});name; }}
           }
          if(data.materials.length > 0){ { svelteHTML.createElement("p", { "class":`small soft does`,});format.list(data.materials); }}
         }
      }
      if(listed.length > 0){
         { svelteHTML.createElement("section", { "aria-labelledby":`listees`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`listees`,"title":words.listed,}});}
           { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
             { svelteHTML.createElement("ul", { "class":`listed`,});
                  for(let name of __sveltets_2_ensureArray(listed)){let n = 1;n; { svelteHTML.createElement("li", {});name; }}
             }
             { svelteHTML.createElement("p", { "class":`caption does`,});words.listedText; }
           Sheet}
         }
      }
      if(site.archetypeDistances.length > 0){
         { svelteHTML.createElement("section", { "aria-labelledby":`sorte`,});
           { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`sorte`,"title":words.resembles,}});}
           { const $$_teehS4C = __sveltets_2_ensureComponent(Sheet); new $$_teehS4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
             { const $$_elacSepytehcrA5C = __sveltets_2_ensureComponent(ArchetypeScale); new $$_elacSepytehcrA5C({ target: __sveltets_2_any(), props: {    "distances":site.archetypeDistances,"chosen":site.archetypeChosen,}});}
             { svelteHTML.createElement("p", { "class":`caption does`,});words.resemblesText; }
           Sheet}
         }
      }
     }

     { svelteHTML.createElement("div", { "class":`side`,});
       { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`horaires`,}});
         { svelteHTML.createElement("h2", { "id":`horaires`,});words.hours; }
        if(site.openingHours.length > 0){
           { const $$_sruoHgninepO4C = __sveltets_2_ensureComponent(OpeningHours); new $$_sruoHgninepO4C({ target: __sveltets_2_any(), props: {      "spans":site.openingHours,"timeZone":site.timeZone,"now":data.now,}});}
        }else{ { svelteHTML.createElement("p", { "class":`small soft`,});words.noHours; }}
        if(site.closures.length > 0){
           { svelteHTML.createElement("h3", { "class":`does`,});words.closures; }
           { svelteHTML.createElement("ul", { "class":`small`,});
               for(let { from, to, reason } of __sveltets_2_ensureArray(site.closures)){from;
               { svelteHTML.createElement("li", {});
                words.closure(dayOf(from), dayOf(to));if(reason){ { svelteHTML.createElement("span", { "class":`soft`,}); reason; }}
               }
            }
           }
        }
       Sheet}
       { const $$_teehS3C = __sveltets_2_ensureComponent(Sheet); new $$_teehS3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"pad":true,"tag":`section`,"labelledby":`contact`,}});
         { svelteHTML.createElement("h2", { "id":`contact`,});words.contact; }
         { svelteHTML.createElement("address", {});
          if(site.address){site.address; { svelteHTML.createElement("br", {});}}site.postalCode;
          site.city;
         }
         { svelteHTML.createElement("ul", { "class":`links`,});
          if(site.phone){ { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`tel:${site.phone.replace(/[^+\d]/g, '')}`,});site.phone; } }}
          if(site.email){ { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", { "href":`mailto:${site.email}`,});site.email; } }}
          if(site.website){ { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", {   "href":site.website,"rel":`nofollow noopener external`,});words.website; } }}
         }
        if(!site.phone && !site.email && !site.website){ { svelteHTML.createElement("p", { "class":`small soft`,});words.noContact; }}
         { svelteHTML.createElement("h3", { "class":`does`,});words.managers; }
        if(site.managers.length > 0){
           { svelteHTML.createElement("p", { "class":`small`,});format.list(site.managers.map(({ name }) => name)); }
        }else{ { svelteHTML.createElement("p", { "class":`small soft`,});words.noManagers; }}
       Sheet}
      if(site.managers.length === 0){
         { const $$_mialC3C = __sveltets_2_ensureComponent(Claim); new $$_mialC3C({ target: __sveltets_2_any(), props: {         "id":site.id,"networks":site.networks,"mayInvite":site.can.includes('invite_manager'),"email":kept(refused?.values, 'email'),}});}
      }
       { const $$_paM3C = __sveltets_2_ensureComponent(Map); new $$_paM3C({ target: __sveltets_2_any(), props: {       "pins":[{ id: site.id, label: site.code.slice(0, 1), name: site.name, chosen: true, ...site.point }],"label":words.map,"closest":7,}});}
      if(site.geoPrecision !== 'exact'){ { svelteHTML.createElement("p", { "class":`caption`,});words.approximate; }}
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;