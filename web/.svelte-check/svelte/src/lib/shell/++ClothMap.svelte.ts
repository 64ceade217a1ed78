///<reference types="svelte" />
;
import { box, departements, loire, onMap, outline } from './region.ts';
;

  type Props = {
    title: string;
    text: string;
    /** Workshops to pin; the first ones nearest. */
    places?: readonly { name: string; lat: number; lon: number; label?: boolean; near?: boolean }[];
  };;function $$render() {

  

  let { title, text, places = [] }: Props = $props();
  const id = $props.id();
  const pins = $derived(
    places
      .map((place) => ({ ...place, ...onMap(place) }))
      .filter(({ x, y }) => x > 0 && x < box.width && y > 0 && y < box.height),
  );
;
async () => {

 { svelteHTML.createElement("svg", {     "viewBox":`0 0 ${box.width} ${box.height}`,"role":`img`,"aria-labelledby":`${id}-t ${id}-d`,});
   { svelteHTML.createElement("title", { "id":`${id}-t`,});title; }
   { svelteHTML.createElement("desc", { "id":`${id}-d`,});text; }
     for(let path of __sveltets_2_ensureArray(departements)){path; { svelteHTML.createElement("path", {    "class":`dep`,"d":path,});}}
   { svelteHTML.createElement("path", {    "class":`out`,"d":outline,});}
   { svelteHTML.createElement("path", {    "class":`loire`,"d":loire,});}
      for(let pin of __sveltets_2_ensureArray(pins)){let index = 1;index;
     { svelteHTML.createElement("rect", {              "class":`pin`,"x":pin.x - 6,"y":pin.y - 6,"width":`12`,"height":`12`,"transform":`rotate(45 ${pin.x} ${pin.y})`,});pin.near;}
    if(pin.label){ { svelteHTML.createElement("text", {     "x":pin.x + 12,"y":pin.y + 4,});pin.near;pin.name; }}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ClothMap__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ClothMap__SvelteComponent_ = ReturnType<typeof ClothMap__SvelteComponent_>;
/*Ωignore_endΩ*/export default ClothMap__SvelteComponent_;