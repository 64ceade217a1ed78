///<reference types="svelte" />
;
import type { Spot } from './places.ts';
import type { Pin } from './view.ts';
;

  interface Props {
    pin: Pin;
    /** Its place on the sheet, in pixels. */
    at: Spot;
    /** Where its flag stands from there; undefined where there was no room. */
    flag?: Spot;
    named?: boolean;
    /** Pressed or looked at in the list beside the map. */
    onselect?: (id: string) => void;
    onpoint?: (id: string | undefined) => void;
  };function $$render() {
  const face/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
  if(flag){
    if(flag.x || flag.y){ { svelteHTML.createElement("svg", {   "class":`stake`,"aria-hidden":`true`,}); { svelteHTML.createElement("line", {        "x1":`0`,"y1":`0`,"x2":flag.x,"y2":flag.y - 6,});} }}
     { svelteHTML.createElement("span", {      "class":`flag`,"aria-hidden":`true`,});pin.label.length > 1;__sveltets_2_ensureType(String, Number, `  ${flag.x} ${flag.y} `);pin.label; }
  }else{
     { svelteHTML.createElement("span", {   "class":`dot`,"aria-hidden":`true`,}); }
  }
  if(named){ { svelteHTML.createElement("span", {   "class":`name`,"aria-hidden":`true`,});pin.name; }}
   { svelteHTML.createElement("span", { "class":`sr`,});pin.label; pin.name; }
};return __sveltets_2_any(0)};
  
  

  let { pin, at, flag, named = false, onselect, onpoint }: Props = $props();
  const point = () => onpoint?.(pin.id);
  const leave = () => onpoint?.(undefined);
;
async () => {



if(pin.href !== undefined){
   { svelteHTML.createElement("a", {                 "class":`pin`,"href":pin.href,"aria-current":pin.chosen || undefined,"onpointerenter":point,"onpointerleave":leave,"onfocus":point,"onblur":leave,});pin.chosen || pin.lit;__sveltets_2_ensureType(String, Number, `${at.x} `);__sveltets_2_ensureType(String, Number, `${at.y} `);;__sveltets_2_ensureSnippet(face()); }
}else{
   { svelteHTML.createElement("button", {                   "class":`pin`,"type":`button`,"aria-pressed":pin.chosen ?? false,"onclick":() => onselect?.(pin.id),"onpointerenter":point,"onpointerleave":leave,"onfocus":point,"onblur":leave,});pin.chosen || pin.lit;__sveltets_2_ensureType(String, Number, `${at.x} `);__sveltets_2_ensureType(String, Number, `${at.y} `);;__sveltets_2_ensureSnippet(face()); }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MapPin__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MapPin__SvelteComponent_ = ReturnType<typeof MapPin__SvelteComponent_>;
/*Ωignore_endΩ*/export default MapPin__SvelteComponent_;