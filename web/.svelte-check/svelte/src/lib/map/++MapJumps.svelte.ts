///<reference types="svelte" />
;
import { type Territory, territories } from '$schema/territories.ts';
import { useI18n } from '../i18n/index.ts';
import { type Bounds, boundsOf, type Pin } from './view.ts';
;

  interface Props {
    groups: readonly { territory: Territory; pins: Pin[] }[];
    onjump: (bounds: Bounds) => void;
  };function $$render() {

  
  
  

  let { groups, onjump }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("ul", {   "class":`jumps`,"aria-label":t.map.territories,});
     for(let { territory, pins } of __sveltets_2_ensureArray(groups)){territory;
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("button", {       "type":`button`,"aria-label":t.map.jump(t.map.territory[territory], pins.length),"onclick":() => onjump(boundsOf(pins) ?? territories[territory]),});t.map.territory[territory];  { svelteHTML.createElement("span", {});pins.length; } }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MapJumps__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MapJumps__SvelteComponent_ = ReturnType<typeof MapJumps__SvelteComponent_>;
/*Ωignore_endΩ*/export default MapJumps__SvelteComponent_;