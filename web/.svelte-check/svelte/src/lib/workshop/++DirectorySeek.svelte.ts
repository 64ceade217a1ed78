///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import SeekBlock from '../ui/SeekBlock.svelte';
import SeekCell from '../ui/SeekCell.svelte';
import { names } from './directory-url.ts';
import { suggestPlaces } from './places.ts';
;

  type Props = {
    values: { text: string; place: string; km: string };
    /** Filters to keep, as the address holds them. */
    kept: readonly (readonly [string, string])[];
  };;function $$render() {

  
  
  
  
  

  let { values, kept }: Props = $props();
  const { t, format } = useI18n();
  const words = t.workshop.directory;
  let places = $state<string[]>([]);
  const distances = [10, 25, 50, 100, 200];
  const radius = $derived([...new Set([...distances, Number(values.km)])].filter((km) => km > 0).sort((a, b) => a - b));
  const suggest = suggestPlaces((found) => (places = found));
;
async () => {

 { svelteHTML.createElement("div", { "class":`line`,});
   { const $$_kcolBkeeS1C = __sveltets_2_ensureComponent(SeekBlock); new $$_kcolBkeeS1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"label":words.form,"action":`/ateliers`,"go":words.go,}});
        for(let [name, value] of __sveltets_2_ensureArray(kept)){let index = 1;index; { svelteHTML.createElement("input", {    "type":`hidden`,name,value,});}}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {            "wide":true,"label":words.what,"name":names.text,"value":values.text,"placeholder":words.whatHint,"maxlength":120,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {                 "label":words.where,"name":names.place,"value":values.place,"placeholder":words.whereHint,"suggestions":places,"autocomplete":`address-level2`,"maxlength":120,"oninput":suggest,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {         "label":words.within,"name":names.km,"value":values.km,"options":[
        { value: '', label: words.anywhere },
        ...radius.map((km) => ({ value: String(km), label: format.distance(km) })),
      ],}});}
   SeekBlock}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DirectorySeek__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DirectorySeek__SvelteComponent_ = ReturnType<typeof DirectorySeek__SvelteComponent_>;
/*Ωignore_endΩ*/export default DirectorySeek__SvelteComponent_;