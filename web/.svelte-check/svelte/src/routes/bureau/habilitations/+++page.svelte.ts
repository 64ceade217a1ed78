///<reference types="svelte" />
;
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { kept } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordField, wordRefusal } from '$lib/i18n/wording.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Empty from '$lib/ui/Empty.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Field from '$lib/ui/Field.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import Plate from '$lib/ui/Plate.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.borrowing.accreditations;
  const fault = $derived(faultIn(form));
  const known = $derived([...new Set(data.accreditations.nodes.map(({ name }) => name))]);
  const email = $derived(fault?.fields['input.email'] ?? fault?.fields.email);
  const said = $derived(
    fault?.refusal.key === 'platform.notFound'
      ? words.unknown
      : fault
        ? wordRefusal(t, format, fault.refusal)
        : undefined,
  );
  const { pageInfo } = $derived(data.accreditations);
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", {  "class":`wrap stack`,});__sveltets_2_ensureType(String, Number, " ");
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/bureau', label: t.borrowing.desk.title }],"current":words.title,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  if(data.done && !fault){ { const $$_ecitoN1C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN1C({ target: __sveltets_2_any(), props: {    "tone":`ok`,"text":words.issued,}});}}
   { svelteHTML.createElement("div", { "class":`two`,});
    if(data.accreditations.nodes.length > 0){
       { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
         { svelteHTML.createElement("ul", {});
             for(let row of __sveltets_2_ensureArray(data.accreditations.nodes)){row.id;
             { svelteHTML.createElement("li", { });row.revokedAt;
               { svelteHTML.createElement("div", {});
                 { svelteHTML.createElement("h2", {});row.person.name; }
                 { svelteHTML.createElement("p", { "class":`soft small`,});
                  row.revokedAt
                    ? words.revoked(format.shortDate(row.revokedAt, data.now))
                    : words.since(format.shortDate(row.issuedAt, data.now));
                 }
               }
               { const $$_etalP5C = __sveltets_2_ensureComponent(Plate); new $$_etalP5C({ target: __sveltets_2_any(), props: {  "label":row.name,}});}
              if(data.manages && !row.revokedAt){
                 {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/revoke`,});
                   { svelteHTML.createElement("input", {      "type":`hidden`,"name":`id`,"value":row.id,});}
                   { const $$_nottuB6C = __sveltets_2_ensureComponent(Button); new $$_nottuB6C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"aria-label":`${words.revoke}, ${row.person.name}, ${row.name}`,}});words.revoke;  Button}
                 }}
              }
             }
          }
         }
       Sheet}
    }else{
       { const $$_ytpmE2C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE2C({ target: __sveltets_2_any(), props: {    "title":words.empty,"text":words.emptyText,}});}
    }
    if(data.manages){
       { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"pad":true,"drawn":true,"tag":`section`,}});
         {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/issue`,"class":`fields`,});
           { const $$_yrammuSrorrE4C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE4C({ target: __sveltets_2_any(), props: {  "text":said,}});}
           { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {              "label":words.email,"name":`email`,"type":`email`,"required":true,"maxlength":254,"value":kept(fault?.values, 'email'),"error":email ? wordField(t, email) : undefined,}});}
           { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                "label":words.name,"name":`name`,"required":true,"minlength":2,"maxlength":120,"suggestions":known,"hint":words.nameHint,"value":kept(fault?.values, 'name'),}});}
           { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"wide":true,}});words.issue; Button}
         }}
       Sheet}
    }
   }
   { const $$_noitanigaP1C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP1C({ target: __sveltets_2_any(), props: {     "previous":data.after ? '/bureau/habilitations' : undefined,"next":pageInfo.hasNextPage ? `/bureau/habilitations?apres=${pageInfo.endCursor}` : undefined,}});}
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;