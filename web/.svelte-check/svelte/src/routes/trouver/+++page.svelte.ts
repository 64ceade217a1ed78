///<reference types="svelte" />
;
import Pencil from '@lucide/svelte/icons/pencil';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import MapIcon from '@lucide/svelte/icons/map';
import X from '@lucide/svelte/icons/x';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import Facets from '$lib/catalogue/Facets.svelte';
import HitRow from '$lib/catalogue/HitRow.svelte';
import SeekForm from '$lib/catalogue/SeekForm.svelte';
import { changed, names, sorts, type Name } from '$lib/catalogue/search-url.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import Map from '$lib/map/Map.svelte';
import Button from '$lib/ui/Button.svelte';
import Chip from '$lib/ui/Chip.svelte';
import Empty from '$lib/ui/Empty.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data }: PageProps = $props();
  const { t, format, formatIn } = useI18n();
  const words = t.catalogue.find;
  const params = $derived(page.url.searchParams);
  const kept = $derived([...params].filter(([name, value]) => value !== '' && name !== names.after));
  const there = $derived(formatIn(data.timeZone));
  const href = (changes: Partial<Record<Name, string | undefined>>) => changed(params, changes);
  let pointed = $state<string>();

  const chips = $derived([
    ...data.chosen.process.map(({ id, label }) => ({ label, href: href({ process: id }) })),
    ...data.chosen.material.map(({ id, label }) => ({ label, href: href({ material: id }) })),
    ...(data.chosen.thickness
      ? [{ label: words.thicknessChip(data.chosen.thickness), href: href({ thickness: undefined }) }]
      : []),
    ...(data.chosen.size
      ? [{ label: data.chosen.size, href: href({ x: undefined, y: undefined, z: undefined }) }]
      : []),
    ...(data.values.use
      ? [{ label: data.values.use === 'take_away' ? words.takeAway : words.onSite, href: href({ use: undefined }) }]
      : []),
    ...data.chosen.accreditation.map((name) => ({
      label: name === 'sans' ? t.catalogue.noAccreditation : name,
      href: href({ accreditation: name }),
    })),
    ...(data.values.held ? [{ label: words.held, href: href({ held: undefined }) }] : []),
    ...(data.values.price
      ? [
          {
            label:
              data.values.price === '0' ? words.priceFree : words.priceUpTo(format.money(Number(data.values.price))),
            href: href({ price: undefined }),
          },
        ]
      : []),
    ...(data.values.taken ? [{ label: words.withTaken, href: href({ taken: undefined }) }] : []),
    ...(data.values.network ? [{ label: data.values.network, href: href({ network: undefined }) }] : []),
  ]);
  const what = $derived(data.values.text || data.chosen.process[0]?.label || words.anything);
  const when = $derived(data.period ? there.period(data.period.from, data.period.until, data.now) : '');
  const summary = $derived(
    [
      [data.values.place, data.values.place && data.values.km ? format.distance(Number(data.values.km)) : '']
        .filter(Boolean)
        .join(', '),
      when,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const heading = $derived(words.heading(data.total, data.workshops));
  const pins = $derived(data.pins.map((pin) => ({ ...pin, chosen: pin.id === pointed })));
  const letterOf = $derived(data.pins.find(({ id }) => id === pointed)?.label);
  const centre = $derived(
    data.origin ? { lat: data.origin.lat, lon: data.origin.lon, name: data.origin.name } : undefined,
  );
  const onlyTyped = $derived(
    kept.filter(([name]) =>
      (
        [
          names.text,
          names.place,
          names.km,
          names.from,
          names.until,
          names.thickness,
          names.sort,
          names.network,
        ] as string[]
      ).includes(name),
    ),
  );

  function point(id: string) {
    pointed = id;
    const letter = data.pins.find((pin) => pin.id === id)?.label;
    const row = data.rows.find((one) => one.letter === letter);
    if (row) document.getElementById(`h-${row.id}`)?.scrollIntoView({ block: 'nearest' });
  }
;
async () => {

 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("title", {});data.asked ? [what, summary].filter(Boolean).join(', ') : words.title;  t.shell.name; }
 }

 { svelteHTML.createElement("div", { "class":`wrap`,});
   { svelteHTML.createElement("h1", { });data.asked;data.asked ? [what, summary].filter(Boolean).join(', ') : words.title; }
  if(data.asked){
     { svelteHTML.createElement("p", { "class":`sum`,});
       { svelteHTML.createElement("a", {  "href":`#recherche`,}); { svelteHTML.createElement("span", {}); { svelteHTML.createElement("b", {});what; } { svelteHTML.createElement("span", {});summary; } } { const $$_licneP3C = __sveltets_2_ensureComponent(Pencil); new $$_licneP3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", {  "class":`vh`,});words.change; } }
     }
  }
   { svelteHTML.createElement("div", {    "class":`seek`,"id":`recherche`,});data.asked;
    page.url.search; { { const $$_mroFkeeS2C = __sveltets_2_ensureComponent(SeekForm); new $$_mroFkeeS2C({ target: __sveltets_2_any(), props: {        "values":data.values,"material":data.materialTyped,"materials":data.materials,kept,}});}}
   }
  if(data.refusal){ { svelteHTML.createElement("div", { "class":`say`,}); { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":wordRefusal(t, format, data.refusal),}});} }}
  if(data.placeUnknown){ { svelteHTML.createElement("div", { "class":`say`,}); { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {    "tone":`warn`,"text":words.placeUnknown(data.values.place),}});} }}

   { svelteHTML.createElement("div", { "class":`dir`,});
     { svelteHTML.createElement("aside", {   "id":`filtres`,"aria-labelledby":`fil-h`,});
       { svelteHTML.createElement("div", { "class":`close`,});
         { svelteHTML.createElement("h2", { "id":`fil-h`,});words.filters; }
         { svelteHTML.createElement("a", {   "href":`#liste`,"aria-label":words.closeFilters,}); { const $$_X5C = __sveltets_2_ensureComponent(X); new $$_X5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
       }
      page.url.search; { { const $$_stecaF3C = __sveltets_2_ensureComponent(Facets); new $$_stecaF3C({ target: __sveltets_2_any(), props: {         "facets":data.facets,"size":{ x: data.values.x, y: data.values.y, z: data.values.z },"kept":onlyTyped,"held":data.viewer ? data.values.held === '1' : undefined,}});}}
     }

     { svelteHTML.createElement("section", {     "class":`list`,"id":`liste`,"aria-labelledby":`res-h`,});
       { svelteHTML.createElement("div", { "class":`tools`,});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`#filtres`,}}); { const $$_latnoziroHsredilS5C = __sveltets_2_ensureComponent(SlidersHorizontal); new $$_latnoziroHsredilS5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.filtersOn(chips.length);  Button}
        if(data.pins.length > 0){ { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`#carte`,}}); { const $$_nocIpaM5C = __sveltets_2_ensureComponent(MapIcon); new $$_nocIpaM5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.map;  Button}}
       }
       { svelteHTML.createElement("div", { "class":`top`,});
         { svelteHTML.createElement("h2", {   "id":`res-h`,"aria-live":`polite`,});heading; }
        if(data.total > 1){
           { svelteHTML.createElement("nav", { "aria-label":words.sort,});
             { svelteHTML.createElement("span", {});words.sort; }
               for(let [name, key] of __sveltets_2_ensureArray(Object.entries(sorts))){name;
              if(key !== 'DISTANCE' || data.origin){ { svelteHTML.createElement("a", {     "href":href({ sort: name }),"aria-current":data.sort === key ? 'true' : undefined,"data-sveltekit-noscroll":true,});words.sorts[key]; }}
            }
           }
        }
       }
      if(chips.length > 0){
         { svelteHTML.createElement("p", { "class":`chips`,});
             for(let chip of __sveltets_2_ensureArray(chips)){chip.href;  { const $$_pihC4C = __sveltets_2_ensureComponent(Chip); new $$_pihC4C({ target: __sveltets_2_any(), props: { ...chip,"on":true,}});}} { svelteHTML.createElement("a", {  "href":href({
              process: undefined,
              material: undefined,
              thickness: undefined,
              x: undefined,
              y: undefined,
              z: undefined,
              use: undefined,
              accreditation: undefined,
              held: undefined,
              price: undefined,
              taken: undefined,
              network: undefined,
            }),});words.clear; }
         }
      }

      if(data.rows.length > 0){
         { svelteHTML.createElement("ol", { "class":`sheet`,});
             for(let row of __sveltets_2_ensureArray(data.rows)){row.id; { svelteHTML.createElement("li", {});
               { const $$_woRtiH5C = __sveltets_2_ensureComponent(HitRow); new $$_woRtiH5C({ target: __sveltets_2_any(), props: {     row,"today":data.now,"chosen":row.letter === letterOf,}});}
             }}
         }
         { svelteHTML.createElement("div", { "class":`after`,});
           { const $$_noitanigaP4C = __sveltets_2_ensureComponent(Pagination); new $$_noitanigaP4C({ target: __sveltets_2_any(), props: {     "previous":data.isFirst ? undefined : href({}),"next":data.next ? href({ after: data.next }) : undefined,}});}
           { svelteHTML.createElement("p", { "class":`small soft`,});
            if(data.origin){words.straight(data.origin.name);} else if (!data.placeUnknown){words.noPlace;}
            if(data.taken > 0){words.taken(data.taken);  { svelteHTML.createElement("a", { "href":href({ taken: '1' }),});words.seeTaken; } }
           }
         }
      } else if (data.elsewhen.length > 0){
         { const $$_ytpmE3C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE3C({ target: __sveltets_2_any(), props: {      "title":words.empty.taken,"text":words.empty.takenText,"level":3,}});}
         { svelteHTML.createElement("ol", { "class":`sheet`,});
             for(let row of __sveltets_2_ensureArray(data.elsewhen)){row.id; { svelteHTML.createElement("li", {}); { const $$_woRtiH5C = __sveltets_2_ensureComponent(HitRow); new $$_woRtiH5C({ target: __sveltets_2_any(), props: {   row,"today":data.now,}});} }}
         }
        if(data.taken > data.elsewhen.length){ { svelteHTML.createElement("div", { "class":`after`,});
             { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":href({ taken: '1' }),}});words.seeTaken; Button}
           }}
      } else if (data.widerKm){
         { const $$_ytpmE3C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":words.empty.far,"text":words.empty.farText(format.distance(data.widerKm)),"level":3,}});
           { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"href":href({ km: data.widerKm >= 2000 ? undefined : String(data.widerKm) }),}});data.widerKm >= 2000 ? words.anywhere : words.empty.farGo(format.distance(data.widerKm));  Button}
         Empty}
      } else if (!data.refusal){
         { const $$_ytpmE3C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":words.empty.none,"text":words.empty.noneText,"level":3,}});
          if(chips.length > 0){ { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/trouver?${new URLSearchParams(onlyTyped)}`,}});words.empty.clear;  Button}}
           { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/demandes/nouvelle`,}});words.empty.noneGo; Button}
         Empty}
      }
     }

     { svelteHTML.createElement("div", {   "class":`side`,"id":`carte`,});
      if(data.pins.length > 0){
         { svelteHTML.createElement("div", { "class":`map`,});
           { const $$_paM4C = __sveltets_2_ensureComponent(Map); new $$_paM4C({ target: __sveltets_2_any(), props: {           pins,centre,"radiusKm":data.values.km ? Number(data.values.km) : undefined,"label":words.mapLabel,"onselect":point,"onsearch":({ centre: { lat, lon }, radiusKm }) =>
              void goto(href({ place: `${lat.toFixed(4)},${lon.toFixed(4)}`, km: String(radiusKm) })),}});}
         }
      }
       { svelteHTML.createElement("div", { "class":`card sheet pad`,});
         { svelteHTML.createElement("p", { "class":`small`,}); { svelteHTML.createElement("b", {});words.elsewhere.title; } words.elsewhere.text; }
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"variant":`line`,"size":`s`,"href":`/demandes/nouvelle`,}});words.elsewhere.go; Button}
       }
     }
   }
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;