///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import SeekBlock from '../ui/SeekBlock.svelte';
import SeekCell from '../ui/SeekCell.svelte';
import { names, typed, type Name } from './search-url.ts';
;

  type Props = {
    values: Record<Name, string>;
    material: string;
    materials: readonly string[];
    /** Filters to keep, as the address holds them. */ kept: readonly (readonly [string, string])[];
  };;function $$render() {

  
  
  
  

  let { values, material, materials, kept }: Props = $props();
  const { t, format } = useI18n();
  const words = t.catalogue.find;
  let places = $state<string[]>([]);
  let asked = 0;

  const distances = [10, 25, 40, 60, 80, 100, 200];
  const radius = $derived([...new Set([...distances, Number(values.km)])].filter((km) => km > 0).sort((a, b) => a - b));
  const carried = $derived(
    kept.filter(([name]) => name !== names.material && !typed.some((one) => names[one] === name)),
  );

  /** Without scripts, or when the gateway is slow, the field is a plain one. */
  async function suggest(event: Event) {
    const text = (event.currentTarget as HTMLInputElement).value.trim();
    const mine = ++asked;
    if (text.length < 2) return;
    const answer = await fetch(`/trouver/lieux?q=${encodeURIComponent(text)}`).catch(() => undefined);
    if (mine === asked && answer?.ok) places = (await answer.json()) as string[];
  }
;
async () => {

 { svelteHTML.createElement("div", { "class":`four`,});
   { const $$_kcolBkeeS1C = __sveltets_2_ensureComponent(SeekBlock); new $$_kcolBkeeS1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"label":words.form,"action":`/trouver`,"go":words.go,}});
        for(let [name, value] of __sveltets_2_ensureArray(carried)){let index = 1;index; { svelteHTML.createElement("input", {    "type":`hidden`,name,value,});}}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {            "wide":true,"label":words.what,"name":names.text,"value":values.text,"placeholder":words.whatHint,"maxlength":120,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {                 "label":words.where,"name":names.place,"value":values.place,"placeholder":words.whereHint,"suggestions":places,"autocomplete":`address-level2`,"maxlength":120,"oninput":suggest,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {         "label":words.within,"name":names.km,"value":values.km,"options":[
        ...radius.map((km) => ({ value: String(km), label: format.distance(km) })),
        { value: '', label: words.anywhere },
      ],}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {          "label":words.from,"name":names.from,"type":`datetime-local`,"value":values.from,"step":1800,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {          "label":words.until,"name":names.until,"type":`datetime-local`,"value":values.until,"step":1800,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {             "label":words.material,"name":names.material,"value":material,"placeholder":words.materialHint,"suggestions":materials,"maxlength":120,}});}
     { const $$_lleCkeeS2C = __sveltets_2_ensureComponent(SeekCell); new $$_lleCkeeS2C({ target: __sveltets_2_any(), props: {           "label":words.thickness,"name":names.thickness,"value":values.thickness,"inputmode":`decimal`,"maxlength":6,}});}
   SeekBlock}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SeekForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SeekForm__SvelteComponent_ = ReturnType<typeof SeekForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default SeekForm__SvelteComponent_;