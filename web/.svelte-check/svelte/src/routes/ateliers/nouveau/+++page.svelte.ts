///<reference types="svelte" />
;
import { faultIn } from '$lib/forms/fault.ts';
import { keyFor } from '$lib/forms/idempotency.ts';
import { useI18n } from '$lib/i18n/index.ts';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import { blank } from '$lib/workshop/workshop-form.ts';
import WorkshopForm from '$lib/workshop/WorkshopForm.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t } = useI18n();
  const words = t.workshop.form;
  const refused = $derived(faultIn(form));
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.newTitle;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap stack`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/ateliers', label: t.workshop.directory.title }],"current":words.newTitle,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.newTitle; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.newLead; }
   }
   { const $$_mroFpohskroW1C = __sveltets_2_ensureComponent(WorkshopForm); new $$_mroFpohskroW1C({ target: __sveltets_2_any(), props: {          "values":blank,refused,"idempotencyKey":keyFor(data.key, refused?.values),"submit":words.create,"cancel":`/ateliers`,}});}
 }
};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;