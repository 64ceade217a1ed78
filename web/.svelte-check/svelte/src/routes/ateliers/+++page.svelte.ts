///<reference types="svelte" />
;
import MapIcon from '@lucide/svelte/icons/map';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { useI18n } from '$lib/i18n/index.ts';
import Map from '$lib/map/Map.svelte';
import Button from '$lib/ui/Button.svelte';
import Chip from '$lib/ui/Chip.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import DirectoryFacets from '$lib/workshop/DirectoryFacets.svelte';
import DirectorySeek from '$lib/workshop/DirectorySeek.svelte';
import { changed, type Name, names, sorts } from '$lib/workshop/directory-url.ts';
import WorkshopRow from '$lib/workshop/WorkshopRow.svelte';
import type { PageProps } from './$types';
import FilterDrawer from './FilterDrawer.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t } = useI18n();
  const words = t.workshop.directory;
  const params = $derived(page.url.searchParams);
  const kept = $derived([...params].filter(([name, value]) => value !== '' && name !== names.after));
  const typedNames: readonly string[] = [names.text, names.place, names.km, names.network, names.sort];
  const typed = $derived(kept.filter(([name]) => typedNames.includes(name)));
  const filters = $derived(
    kept.filter(([name]) => !typedNames.includes(name) || name === names.network || name === names.sort),
  );
  const href = (changes: Partial<Record<Name, string | undefined>>) => changed(params, changes);
  const bare = $derived(
    href({ process: undefined, material: undefined, departement: undefined, archetype: undefined, network: undefined }),
  );
  const chips = $derived([
    ...data.chips.map(({ name, value, label }) => ({ label, href: href({ [name]: value }) })),
    ...(data.network ? [{ label: data.network, href: href({ network: undefined }) }] : []),
  ]);
  /** The workshop under the pointer or the focus, in the list or on the map. */
  let pointed = $state<string>();
  const pins = $derived(
    data.rows.map(({ id, slug, label, name }, n) => ({
      ...data.points[n]!,
      id,
      label,
      name,
      href: `/ateliers/${slug}`,
      lit: id === pointed,
    })),
  );
  const centre = $derived(data.origin ?? undefined);
;
async () => {

 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("title", {});[words.title, data.values.place].filter(Boolean).join(', ');  t.shell.name; }
   { svelteHTML.createElement("meta", {    "name":`description`,"content":words.lead,});}
 }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  page.url.search; { { const $$_keeSyrotceriD1C = __sveltets_2_ensureComponent(DirectorySeek); new $$_keeSyrotceriD1C({ target: __sveltets_2_any(), props: {    "values":data.values,"kept":filters,}});}}
  if(data.placeUnknown){ { svelteHTML.createElement("div", { "class":`say`,}); { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {    "tone":`warn`,"text":words.placeUnknown(data.values.place),}});} }}

   { svelteHTML.createElement("div", { "class":`dir`,});
     { const $$_rewarDretliF2C = __sveltets_2_ensureComponent(FilterDrawer); new $$_rewarDretliF2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
      page.url.search; { { const $$_stecaFyrotceriD3C = __sveltets_2_ensureComponent(DirectoryFacets); new $$_stecaFyrotceriD3C({ target: __sveltets_2_any(), props: {    "facets":data.facets,"kept":typed,}});}}
     FilterDrawer}

     { svelteHTML.createElement("section", {     "class":`list`,"id":`liste`,"aria-labelledby":`res-h`,});
       { svelteHTML.createElement("div", { "class":`tools`,});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`#filtres`,}}); { const $$_latnoziroHsredilS5C = __sveltets_2_ensureComponent(SlidersHorizontal); new $$_latnoziroHsredilS5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.filtersOn(chips.length);  Button}
        if(pins.length > 0){ { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`#carte`,}}); { const $$_nocIpaM5C = __sveltets_2_ensureComponent(MapIcon); new $$_nocIpaM5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.map;  Button}}
       }
       { svelteHTML.createElement("div", { "class":`top`,});
         { svelteHTML.createElement("h2", { "id":`res-h`,}); { svelteHTML.createElement("span", { "role":`status`,});words.heading(data.total); } }
        if(data.total > 1 && data.origin){
           { svelteHTML.createElement("nav", { "aria-label":words.sort,});
             { svelteHTML.createElement("span", {});words.sort; }
               for(let [name, key] of __sveltets_2_ensureArray(Object.entries(sorts))){name;
               { svelteHTML.createElement("a", {     "href":href({ sort: name === 'nom' ? 'nom' : undefined }),"aria-current":data.sort === key ? 'true' : undefined,"data-sveltekit-noscroll":true,});words.sorts[name as keyof typeof sorts]; }
            }
           }
        }
       }
      if(chips.length > 0){
         { svelteHTML.createElement("p", { "class":`chips`,});
             for(let chip of __sveltets_2_ensureArray(chips)){chip.href;  { const $$_pihC4C = __sveltets_2_ensureComponent(Chip); new $$_pihC4C({ target: __sveltets_2_any(), props: { ...chip,"on":true,}});}} { svelteHTML.createElement("a", { "href":bare,});words.clear; }
         }
      }

      if(data.rows.length > 0){
         { svelteHTML.createElement("ol", { "class":`sheet`,});
             for(let row of __sveltets_2_ensureArray(data.rows)){row.id;
             { svelteHTML.createElement("li", {}); { const $$_woRpohskroW5C = __sveltets_2_ensureComponent(WorkshopRow); new $$_woRpohskroW5C({ target: __sveltets_2_any(), props: {       row,"chosen":row.id === pointed,"now":data.now,"onpoint":(id) => (pointed = id),}});} }
          }
         }
         { svelteHTML.createElement("div", { "class":`after`,});
           { const $$_noitanigaP4C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP4C({ target: __sveltets_2_any(), props: {     "previous":data.isFirst ? undefined : href({}),"next":data.next ? href({ after: data.next }) : undefined,}});}
           { svelteHTML.createElement("p", { "class":`small soft`,});data.origin ? words.straight(data.origin.name) : words.noPlace; }
         }
      }else{
         { const $$_ytpmE3C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"title":words.none,"text":words.noneText,"level":3,}}); { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/ateliers`,}});words.noneGo; Button}  Empty}
      }
     }

     { svelteHTML.createElement("div", {   "class":`side`,"id":`carte`,});
      if(pins.length > 0){
         { svelteHTML.createElement("div", { "class":`map`,});
           { const $$_paM4C = __sveltets_2_ensureComponent(Map); new $$_paM4C({ target: __sveltets_2_any(), props: {           pins,centre,"radiusKm":data.origin && data.values.km ? Number(data.values.km) : undefined,"label":words.mapLabel,"onpoint":(id) => (pointed = id),"onsearch":({ centre: { lat, lon }, radiusKm }) =>
              void goto(href({ place: `${lat.toFixed(4)},${lon.toFixed(4)}`, km: String(radiusKm) })),}});}
         }
      }
       { svelteHTML.createElement("div", { "class":`card sheet pad`,});
         { svelteHTML.createElement("p", { "class":`small`,}); { svelteHTML.createElement("b", {});words.create; } words.createText; }
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"href":`/ateliers/nouveau`,}});words.createGo; Button}
       }
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;