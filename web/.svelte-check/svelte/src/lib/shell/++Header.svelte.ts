///<reference types="svelte" />
;
import Bell from '@lucide/svelte/icons/bell';
import CircleHelp from '@lucide/svelte/icons/circle-help';
import Search from '@lucide/svelte/icons/search';
import { placesOf, type Viewer } from '../identity/viewer.ts';
import { useI18n } from '../i18n/index.ts';
import ActingFor from './ActingFor.svelte';
import Brand from './Brand.svelte';
import Switches from './Switches.svelte';
;

  type Props = { viewer: Viewer | undefined; path: string; here: string; unread?: number };;function $$render() {

  
  
  
  
  
  
  
  

  let { viewer, path, here, unread = 0 }: Props = $props();
  const { t } = useI18n();
  const places = $derived(placesOf(viewer).main);
  const current = $derived(
    places
      .map(({ href }) => href)
      .filter((href) => path === href || path.startsWith(`${href}/`))
      .sort((a, b) => b.length - a.length)[0],
  );
;
async () => {

 { svelteHTML.createElement("header", { "class":`cloth`,});
   { svelteHTML.createElement("div", { "class":`wrap in`,});
     { svelteHTML.createElement("p", { "class":`tag`,});t.shell.tagline; }
     { svelteHTML.createElement("div", { "class":`brand`,}); { const $$_dnarB3C = __sveltets_2_ensureComponent(Brand); new $$_dnarB3C({ target: __sveltets_2_any(), props: {  "name":t.shell.name,}});} }
     { svelteHTML.createElement("nav", { "aria-label":t.shell.mainNav,});
       { svelteHTML.createElement("ul", {});
           for(let place of __sveltets_2_ensureArray(places)){place.href; { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("a", {   "href":place.href,"aria-current":place.href === current ? 'page' : undefined,});t.shell.nav[place.key]; }
           }}
       }
     }
     { svelteHTML.createElement("form", {     "class":`seek no-print`,"role":`search`,"action":`/trouver`,});
       { svelteHTML.createElement("label", {   "class":`vh`,"for":`shell-q`,});t.shell.search; }
       { svelteHTML.createElement("button", { "aria-label":t.shell.search,}); { const $$_hcraeS4C = __sveltets_2_ensureComponent(Search); new $$_hcraeS4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
       { svelteHTML.createElement("input", {        "id":`shell-q`,"name":`quoi`,"type":`search`,"placeholder":t.shell.searchHint,});}
     }
    if(viewer){
       { svelteHTML.createElement("a", {       "class":`sq bell no-print`,"href":`/notifications`,"aria-label":unread > 0 ? t.shell.notificationsNew(unread) : t.shell.notifications,}); { const $$_lleB3C = __sveltets_2_ensureComponent(Bell); new $$_lleB3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}if(unread > 0){ { svelteHTML.createElement("b", { "aria-hidden":`true`,});Math.min(99, unread); }} }
    }else{
       { svelteHTML.createElement("a", {     "class":`sq bell no-print`,"href":`/aide`,"aria-label":t.shell.help,}); { const $$_pleHelcriC3C = __sveltets_2_ensureComponent(CircleHelp); new $$_pleHelcriC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
    }
     { svelteHTML.createElement("div", { "class":`for`,}); { const $$_roFgnitcA3C = __sveltets_2_ensureComponent(ActingFor); new $$_roFgnitcA3C({ target: __sveltets_2_any(), props: {  viewer,here,}});} }
     { svelteHTML.createElement("div", { "class":`switch`,}); { const $$_sehctiwS3C = __sveltets_2_ensureComponent(Switches); new $$_sehctiwS3C({ target: __sveltets_2_any(), props: { here,}});} }
   }
   { svelteHTML.createElement("div", {   "class":`seam`,"aria-hidden":`true`,}); }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Header__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Header__SvelteComponent_ = ReturnType<typeof Header__SvelteComponent_>;
/*Ωignore_endΩ*/export default Header__SvelteComponent_;