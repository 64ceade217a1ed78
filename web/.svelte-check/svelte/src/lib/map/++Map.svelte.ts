///<reference types="svelte" />
;
import type { Map as LeafletMap } from 'leaflet';
import { untrack } from 'svelte';
import { useI18n } from '../i18n/index.ts';
import MapGround from './MapGround.svelte';
import MapJumps from './MapJumps.svelte';
import MapPin from './MapPin.svelte';
import MapTools from './MapTools.svelte';
import { standApart } from './places.ts';
import {
    type Area,
    areaOf,
    type Bounds,
    byTerritory,
    firstView,
    fromLeaflet,
    type LatLon,
    type Link,
    type Pin,
    toLeaflet,
  } from './view.ts';
;

  interface Props {
    pins: Pin[];
    /** Where distances are measured from; its name is shown beside the dot. */
    centre?: LatLon & { name?: string };
    radiusKm?: number;
    links?: Link[];
    /** What the map is of, read out before it. */
    label?: string;
    /** Closest that it opens; a lone pin wants to see its surroundings. */
    closest?: number;
    /** Where the outline is served. */
    outline?: string;
    onselect?: (id: string) => void;
    /** The pin under the pointer or the focus; undefined when it leaves. */
    onpoint?: (id: string | undefined) => void;
    /** With it, a button offers to search where the person has moved to. */
    onsearch?: (area: Area) => void;
  };function $$render() {

  
  
  
  
  
  
  
  
  

  let {
    pins,
    centre,
    radiusKm,
    links = [],
    label,
    closest = 9,
    outline = '/map/outline.json',
    onselect,
    onpoint,
    onsearch,
  }: Props = $props();

  const { t } = useI18n();
  /** With more pins than this, names are only read out. */
  const mostNames = 12;

  let map = $state.raw<LeafletMap>();
  let failed = $state(false);
  let moved = $state(false);
  /** Counts the moves of the view: what is placed over the map follows it. */
  let turn = $state(0);

  const groups = $derived(byTerritory(pins));
  const start = $derived(map && centre && turn >= 0 ? map.latLngToContainerPoint([centre.lat, centre.lon]) : undefined);
  /** The dot of departure and its name, at its left. */
  const startBox = $derived(
    start
      ? [
          {
            left: start.x - 10 - 7.6 * (centre?.name?.length ?? 0),
            right: start.x + 6,
            top: start.y - 8,
            bottom: start.y + 8,
          },
        ]
      : [],
  );
  /** The chosen pin has the first choice of room, then the order of the list; what found none is a dot. */
  const placed = $derived.by(() => {
    const view = map;
    if (!view || turn < 0) return [];
    const inOrder = pins.toSorted((a, b) => Number(b.chosen ?? false) - Number(a.chosen ?? false));
    const feet = inOrder.map(({ lat, lon }) => view.latLngToContainerPoint([lat, lon]));
    const names = inOrder.map(({ name }) => (pins.length > mostNames ? '' : name));
    const stands = standApart(feet, names, startBox);
    return inOrder.map((pin, index) => ({ pin, at: feet[index] ?? { x: 0, y: 0 }, ...stands[index] }));
  });
  /** What the view is fitted to: a new choice among the same pins does not move the map. */
  const subject = $derived(
    JSON.stringify([pins.map(({ lat, lon }) => [lat, lon]), centre?.lat, centre?.lon, radiusKm]),
  );

  /** Room for the flags at the edge; a circle needs none. */
  const margin = () => (centre && radiusKm ? 8 : 40);

  /** Moves the view; only a person's own move offers to search again. */
  function show(bounds: Bounds) {
    map?.fitBounds(toLeaflet(bounds), { padding: [margin(), margin()], maxZoom: closest, animate: false });
    moved = false;
  }
  const first = () => firstView(pins, centre, radiusKm);
  const showAll = () => show(first());

  $effect(() => {
    if (map && subject) untrack(showAll);
  });

  $effect(() => {
    const chosen = pins.find((pin) => pin.chosen);
    const view = untrack(() => map);
    if (chosen && view && !view.getBounds().pad(-0.05).contains([chosen.lat, chosen.lon]))
      view.panTo([chosen.lat, chosen.lon], { animate: false });
  });
;
async () => {

 { svelteHTML.createElement("figure", {   "class":`map`,"aria-label":label ?? t.map.label,});
  if(failed){
     { svelteHTML.createElement("p", { "class":`failed`,});t.map.failed; }
  }else{
     { svelteHTML.createElement("div", { "class":`sheet`,});
       { const $$_dnuorGpaM2C = __sveltets_2_ensureComponent(MapGround); new $$_dnuorGpaM2C({ target: __sveltets_2_any(), props: {                 "label":`${label ?? t.map.label}. ${t.map.help}`,outline,first,closest,centre,radiusKm,links,"onopen":(opened) => (map = opened),"onmove":() => (turn += 1),"ontouch":() => (moved = true),"onfail":() => (failed = true),}});}
       { svelteHTML.createElement("div", { "class":`pins`,});
        if(start){
           { svelteHTML.createElement("span", {    "class":`start`,});__sveltets_2_ensureType(String, Number, `${start.x} `);__sveltets_2_ensureType(String, Number, `${start.y} `);if(centre?.name){ { svelteHTML.createElement("b", {});centre.name; }} }
        }
           for(let { pin, at, flag, named } of __sveltets_2_ensureArray(placed)){pin.id;
           { const $$_niPpaM3C = __sveltets_2_ensureComponent(MapPin); new $$_niPpaM3C({ target: __sveltets_2_any(), props: {      pin,at,flag,named,onselect,onpoint,}});}
        }
       }
      if(map){
         { const $$_slooTpaM2C = __sveltets_2_ensureComponent(MapTools); new $$_slooTpaM2C({ target: __sveltets_2_any(), props: {       "onzoom":(steps) => map?.setZoom(map.getZoom() + steps),"onwhole":showAll,"onhere":onsearch && moved ? () => map && onsearch(areaOf(fromLeaflet(map.getBounds()))) : undefined,}});}
      }
     }
    if(groups.length > 1){ { const $$_spmuJpaM1C = __sveltets_2_ensureComponent(MapJumps); new $$_spmuJpaM1C({ target: __sveltets_2_any(), props: {   groups,"onjump":show,}});}}
  }
   { svelteHTML.createElement("figcaption", { "class":`sr`,});t.map.caption; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Map__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Map__SvelteComponent_ = ReturnType<typeof Map__SvelteComponent_>;
/*Ωignore_endΩ*/export default Map__SvelteComponent_;