///<reference types="svelte" />
;
import type { Archetype } from '$schema/vocabulary.ts';
import { farthest } from '$schema/archetypes.ts';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { distances: readonly { archetype: Archetype; distance: number }[]; chosen?: Archetype | null };;function $$render() {

  
  
  

  let { distances, chosen }: Props = $props();
  const { t } = useI18n();
;
async () => {

 { svelteHTML.createElement("ol", {});
      for(let { archetype, distance } of __sveltets_2_ensureArray(distances)){let n = 1;archetype;
     { svelteHTML.createElement("li", { });n === 0;
       { svelteHTML.createElement("span", {  "class":`n`,});t.workshop.archetypes[archetype];if(archetype === chosen){
           { svelteHTML.createElement("span", { "class":`caption`,}); t.workshop.page.chosen;  }} }
       { svelteHTML.createElement("span", {   "class":`bar`,"aria-hidden":`true`,}); { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, `${(distance / farthest) * 100} `); } }
       { svelteHTML.createElement("b", {});distance; }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ArchetypeScale__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ArchetypeScale__SvelteComponent_ = ReturnType<typeof ArchetypeScale__SvelteComponent_>;
/*Ωignore_endΩ*/export default ArchetypeScale__SvelteComponent_;