///<reference types="svelte" />
;
import EquipmentForm from '$lib/catalogue/EquipmentForm.svelte';
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { keyField, keyFor } from '$lib/forms/idempotency.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import DateTimeField from '$lib/ui/DateTimeField.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Field from '$lib/ui/Field.svelte';
import Head from '$lib/ui/Head.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pill from '$lib/ui/Pill.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, formatIn } = useI18n();
  const words = t.catalogue.form;
  const it = $derived(data.equipment);
  const format = $derived(formatIn(it.workshop.timeZone));
  const fault = (part: string) => (form && form.part === part ? form : undefined);
  const said = (part: string) => {
    const one = fault(part);
    return one ? wordRefusal(t, format, one.refusal) : undefined;
  };
  const main = $derived(fault('fiche'));
  const units = $derived(it.units.map(({ id, code }) => ({ value: id, label: code })));
  const codeOf = (id: string) => it.units.find((unit) => unit.id === id)?.code ?? '';
  const doneWords = $derived(data.done === 'saved' ? words.saved : data.done ? words.done[data.done] : '');
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.editTitle(it.name);  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap page`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {     "trail":[
      { href: `/ateliers/${it.workshop.slug}`, label: it.workshop.name },
      { href: `/equipements/${it.id}`, label: it.name },
    ],"current":t.common.edit,}});}
   { svelteHTML.createElement("h1", {});words.editTitle(it.name); }
  if(doneWords && !form){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"tone":`ok`,"text":doneWords,}}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"href":`/equipements/${it.id}`,}});words.view; Button}  Notice}}

   { svelteHTML.createElement("div", { "class":`cols`,});
     { svelteHTML.createElement("div", {});
       { const $$_mroFtnempiuqE3C = __sveltets_2_ensureComponent(EquipmentForm); new $$_mroFtnempiuqE3C({ target: __sveltets_2_any(), props: {                     "action":`?/save`,"values":main?.values ?? data.values,"fields":main?.fields ?? {},"refusal":main && Object.keys(main.fields).length === 0 ? said('fiche') : undefined,"rows":main?.rows ?? data.rows,"most":data.most,"processes":data.processes,"materials":data.materials,"submit":words.save,"draft":{ key: `equipment.${it.id}`, restore: !main && !data.done },}});}
     }

     { svelteHTML.createElement("div", { "class":`side`,});
       { svelteHTML.createElement("section", {   "id":`visibilite`,"aria-labelledby":`h-v`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"id":`h-v`,"title":words.status,}}); { const $$_lliP5C = __sveltets_2_ensureComponent(Pill); new $$_lliP5C({ target: __sveltets_2_any(), props: {    "state":it.status === 'published' ? 'ok' : 'idle',"label":words.statuses[it.status],}});}  Head}
         { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":said('visibilite'),}});}
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {   "method":`post`,"class":`row`,});
          if(it.status !== 'published'){ { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"formaction":`?/publish`,}});words.publishNow; Button}}
          if(it.status !== 'retired'){ { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"formaction":`?/retire`,}});words.retire; Button}}
         }}
       }

       { svelteHTML.createElement("section", {   "id":`exemplaires`,"aria-labelledby":`h-u`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`h-u`,"title":words.units,}});}
         { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":said('exemplaires'),}});}
           for(let unit of __sveltets_2_ensureArray(it.units)){unit.id;
          const typed = fault('exemplaires')?.values.unitId === unit.id ? fault('exemplaires')?.values : undefined;
           {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/unit`,"class":`sheet`,});
             { svelteHTML.createElement("input", {      "type":`hidden`,"name":`unitId`,"value":unit.id,});}
             { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {        "label":words.code,"name":`code`,"required":true,"maxlength":24,"value":kept(typed, 'code', unit.code),}});}
             { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {            "label":words.shelf,"name":`shelf`,"maxlength":120,"optional":true,"hint":words.shelfHint,"value":kept(typed, 'shelf', unit.shelf ?? ''),}});}
             { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {          "label":words.serial,"name":`serial`,"maxlength":120,"optional":true,"value":kept(typed, 'serial', unit.serial ?? ''),}});}
             { svelteHTML.createElement("div", { "class":`row`,});
               { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.saveUnit; Button}if(it.units.length > 1){ { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"formaction":`?/removeUnit`,"formnovalidate":true,}});words.removeUnit;  Button}}
             }
           }}
        }
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/addUnit`,});
           { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":data.key,});}
           { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.addUnit; Button}
         }}
       }

       { svelteHTML.createElement("section", {   "id":`hors-service`,"aria-labelledby":`h-o`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`h-o`,"title":words.outages,}});}
         { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":said('hors-service'),}});}
        if(it.outages.length === 0){ { svelteHTML.createElement("p", { "class":`soft`,});words.noOutage; }}
           for(let outage of __sveltets_2_ensureArray(it.outages)){outage.id;
           {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/endOutage`,"class":`sheet`,});
             { svelteHTML.createElement("p", {});
               { svelteHTML.createElement("b", {});codeOf(outage.unitId); } format.period(outage.from, outage.until, data.now);if(outage.reason){ outage.reason;}
             }
             { svelteHTML.createElement("input", {      "type":`hidden`,"name":`outageId`,"value":outage.id,});}
             { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.cancelOutage; Button} }
           }}
        }
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/outage`,"class":`sheet`,});
           { svelteHTML.createElement("p", { "class":`caption`,});words.outagesHint; }
           { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":keyFor(data.key, fault('hors-service')?.values),});}
           { svelteHTML.createElement("input", {      "type":`hidden`,"name":`timeZone`,"value":it.workshop.timeZone,});}
          if(units.length > 1){ { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {         "label":words.unit,"name":`unitId`,"options":units,"value":kept(fault('hors-service')?.values, 'unitId', units[0]?.value ?? ''),}});}}else{ { svelteHTML.createElement("input", {      "type":`hidden`,"name":`unitId`,"value":units[0]?.value ?? '',});}}
           { const $$_dleiFemiTetaD5C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD5C({ target: __sveltets_2_any(), props: {      "label":words.from,"name":`from`,"required":true,"value":kept(fault('hors-service')?.values, 'from'),}});}
           { const $$_dleiFemiTetaD5C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD5C({ target: __sveltets_2_any(), props: {        "label":words.until,"name":`until`,"required":true,"value":kept(fault('hors-service')?.values, 'until'),}});}
           { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {          "label":words.reason,"name":`reason`,"optional":true,"maxlength":2000,"value":kept(fault('hors-service')?.values, 'reason'),}});}
           { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.setOutage; Button} }
         }}
       }

       { svelteHTML.createElement("section", {   "id":`photos`,"aria-labelledby":`h-p`,});
         { const $$_daeH4C = __sveltets_2_ensureComponent(Head); new $$_daeH4C({ target: __sveltets_2_any(), props: {    "id":`h-p`,"title":words.photos,}});}
         { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":said('photos'),}});}
        if(it.photos.length === 0){ { svelteHTML.createElement("p", { "class":`soft`,});words.noPhoto; }}
         { svelteHTML.createElement("ul", { "class":`photos`,});
             for(let photo of __sveltets_2_ensureArray(it.photos)){photo.id;
             { svelteHTML.createElement("li", {});
               { svelteHTML.createElement("img", {           "src":`/files/photos/${photo.id}?w=320`,"alt":photo.alt || it.name,"width":`320`,"height":`240`,"loading":`lazy`,});}
               {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/removePhoto`,});
                 { svelteHTML.createElement("input", {      "type":`hidden`,"name":`photoId`,"value":photo.id,});} { const $$_nottuB7C = __sveltets_2_ensureComponent(Button); new $$_nottuB7C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"size":`s`,}});words.removePhoto;  Button}
               }}
             }
          }
         }
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {       "method":`post`,"action":`?/photo`,"enctype":`multipart/form-data`,"class":`sheet`,});
           { svelteHTML.createElement("p", { "class":`caption`,});words.photosHint; }
            { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {        "label":words.photo,"name":`photo`,"type":`file`,"accept":`image/jpeg,image/png,image/webp`,"required":true,}});}
           { const $$_dleiF5C = __sveltets_2_ensureComponent(Field); new $$_dleiF5C({ target: __sveltets_2_any(), props: {           "label":words.alt,"name":`alt`,"maxlength":200,"hint":words.altHint,"value":kept(fault('photos')?.values, 'alt'),}});}
           { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`line`,}});words.addPhoto; Button} }
         }}
       }
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;