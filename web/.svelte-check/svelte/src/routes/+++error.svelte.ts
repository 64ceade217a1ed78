///<reference types="svelte" />
;
import { page } from '$app/state';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Button from '$lib/ui/Button.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
function $$render() {

  
  
  
  
  

  const { t, format } = useI18n();
  const words = $derived(
    page.status === 404 || page.status === 410
      ? t.pages.error.notFound
      : page.status === 401 || page.status === 403
        ? t.pages.error.forbidden
        : page.status === 503
          ? t.pages.error.unavailable
          : t.pages.error.failed,
  );
  const refusal = $derived(page.status < 500 ? page.error?.refusal : undefined);
  const detail = $derived(
    refusal && !refusal.key.startsWith('platform.') ? wordRefusal(t, format, refusal) : words.text,
  );
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"drawn":true,}});
     { svelteHTML.createElement("div", { "class":`e`,});
       { svelteHTML.createElement("p", {   "class":`n`,"aria-hidden":`true`,});page.status; }
       { svelteHTML.createElement("div", { "class":`b`,});
         { svelteHTML.createElement("h1", {});words.title; }
         { svelteHTML.createElement("p", {});detail; }
        if(page.status >= 500 && page.error?.id){ { svelteHTML.createElement("p", { "class":`caption`,});
            t.pages.error.id;  { svelteHTML.createElement("span", { "class":`m`,});page.error.id; }
           }}
         { svelteHTML.createElement("div", { "class":`row`,});
          if(page.status >= 500){ { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"href":page.url.pathname + page.url.search,"data-sveltekit-reload":true,}});t.common.retry;  Button} { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"href":`/`,}});t.pages.error.home; Button}
          }else{ { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/`,}});t.pages.error.home; Button} { const $$_nottuB5C = __sveltets_2_ensureComponent(Button); new $$_nottuB5C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"href":`/trouver`,}});t.pages.error.find;  Button}}
         }
       }
     }
   Sheet}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Error__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Error__SvelteComponent_ = ReturnType<typeof Error__SvelteComponent_>;
/*Ωignore_endΩ*/export default Error__SvelteComponent_;