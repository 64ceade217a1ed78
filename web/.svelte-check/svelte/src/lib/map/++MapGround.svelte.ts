///<reference types="svelte" />
;
import 'leaflet/dist/leaflet.css';
import type { LayerGroup, Map as LeafletMap } from 'leaflet';
import { onMount } from 'svelte';
import { loadBasemap } from './outline.ts';
import { type Bounds, type LatLon, type Link, toLeaflet } from './view.ts';
;

  interface Props {
    /** Read out, with how to move. */
    label: string;
    /** Where the outline is served. */
    outline: string;
    /** What it shows first. */
    first: () => Bounds;
    closest: number;
    centre?: LatLon;
    radiusKm?: number;
    links: Link[];
    onopen: (map: LeafletMap) => void;
    /** The view has moved or changed size, whoever moved it. */
    onmove: () => void;
    /** The person has moved it. */
    ontouch: () => void;
    onfail: () => void;
  };function $$render() {

  
  
  
  
  

  let { label, outline, first, closest, centre, radiusKm, links, onopen, onmove, ontouch, onfail }: Props = $props();

  let holder = $state<HTMLDivElement>();
  let leaflet = $state.raw<typeof import('leaflet')>();
  let drawn: LayerGroup | undefined;

  onMount(() => {
    let gone = false;
    let map: LeafletMap | undefined;
    const observer = new ResizeObserver(() => map?.invalidateSize({ animate: false }));
    void open().catch(onfail);
    return () => {
      gone = true;
      observer.disconnect();
      map?.remove();
    };

    async function open() {
      const [library, base] = await Promise.all([import('leaflet'), loadBasemap(outline)]);
      if (gone || !holder) return;
      const L = library.default ?? library;
      const view = L.map(holder, {
        attributionControl: false,
        zoomControl: false,
        zoomAnimation: false,
        scrollWheelZoom: false,
        minZoom: 2,
        maxZoom: 12,
        zoomSnap: 0.25,
        renderer: L.svg({ padding: 0.6 }),
      });
      const layer = (data: GeoJSON.GeoJsonObject, className: string) =>
        L.geoJSON(data, { interactive: false, style: { className } }).addTo(view);
      layer(base.neighbours, 'map-abroad');
      layer(base.land, 'map-land');
      layer(base.departements, 'map-departement');
      layer(base.regions, 'map-region');
      layer(base.coast, 'map-coast');
      L.control.scale({ imperial: false, maxWidth: 110 }).addTo(view);
      drawn = L.layerGroup().addTo(view);
      view.fitBounds(toLeaflet(first()), { maxZoom: closest, animate: false });
      view.on('move zoom resize viewreset', onmove);
      view.on('dragend zoomend keydown', ontouch);
      // The wheel scrolls the page until the map is taken hold of.
      view.on('focus', () => view.scrollWheelZoom.enable());
      view.on('blur', () => view.scrollWheelZoom.disable());
      map = view;
      leaflet = L;
      onopen(view);
      observer.observe(holder);
    }
  });

  $effect(() => {
    if (!leaflet || !drawn) return;
    drawn.clearLayers();
    if (centre && radiusKm)
      leaflet
        .circle([centre.lat, centre.lon], { radius: radiusKm * 1000, interactive: false, className: 'map-circle' })
        .addTo(drawn);
    for (const { from, to } of links)
      leaflet
        .polyline(
          [
            [from.lat, from.lon],
            [to.lat, to.lon],
          ],
          { interactive: false, className: 'map-stitch' },
        )
        .addTo(drawn);
  });
;
async () => {

 { const $$_div0 = svelteHTML.createElement("div", {      "class":`ground`,"role":`group`,"aria-label":label,});holder = $$_div0; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MapGround__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MapGround__SvelteComponent_ = ReturnType<typeof MapGround__SvelteComponent_>;
/*Ωignore_endΩ*/export default MapGround__SvelteComponent_;