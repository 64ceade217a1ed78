///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Props = { size: { x: number; y: number | null; z: number | null }; thickness?: string; alt: string };;function $$render() {

  

  let { size, thickness = '', alt }: Props = $props();
  const { t, format } = useI18n();

  const y = $derived(size.y ?? size.x);
  const scale = $derived(Math.min(216 / size.x, 150 / y));
  const w = $derived(Math.max(26, size.x * scale));
  const h = $derived(Math.max(20, y * scale));
  const depth = $derived(size.z ? Math.min(70, Math.max(5, size.z * scale)) : 6);
  const edge = $derived(Boolean(size.z) || thickness !== '');
  const left = 30;
  const top = 22;
  const under = $derived(top + h + 50);
  const height = $derived(edge ? under + depth + 14 : top + h + 44);
  const edgeLabel = $derived(size.z ? format.number(size.z) : t.production.page.thick(thickness));
;
async () => {

 { svelteHTML.createElement("svg", {     "viewBox":`0 0 ${left + 216 + 84} ${height}`,"role":`img`,"aria-label":alt,});
   { svelteHTML.createElement("g", { "transform":`translate(${left + (216 - w) / 2} ${top})`,});
     { svelteHTML.createElement("rect", {        "class":`out f`,"width":w,"height":h,"rx":`3`,});}
     { svelteHTML.createElement("path", {    "class":`axis`,"d":`M-12 ${h / 2}H${w + 12}M${w / 2} -12V${h + 12}`,});}
     { svelteHTML.createElement("path", {    "class":`ext`,"d":`M0 ${h + 5}v24M${w} ${h + 5}v24M${w + 5} 0h26M${w + 5} ${h}h26`,});}
     { svelteHTML.createElement("path", {    "class":`dim`,"d":`M0 ${h + 24}H${w}M${w + 26} 0V${h}`,});}
     { svelteHTML.createElement("path", {    "class":`tick`,"d":`M-4 ${h + 28}l8-8M${w - 4} ${h + 28}l8-8M${w + 22} 4l8-8M${w + 22} ${h + 4}l8-8`,});}
     { svelteHTML.createElement("text", {     "x":w / 2,"y":h + 41,"text-anchor":`middle`,});format.number(size.x); }
    if(size.y){ { svelteHTML.createElement("text", {    "transform":`translate(${w + 43} ${h / 2}) rotate(-90)`,"text-anchor":`middle`,});format.number(size.y); }}
   }
  if(edge){
     { svelteHTML.createElement("g", { "transform":`translate(${left + (216 - w) / 2} ${under})`,});
       { svelteHTML.createElement("rect", {      "class":`out f`,"width":w,"height":depth,});}
       { svelteHTML.createElement("text", {   "x":w + 12,"y":depth / 2 + 5,});edgeLabel; }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PartDrawing__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PartDrawing__SvelteComponent_ = ReturnType<typeof PartDrawing__SvelteComponent_>;
/*Ωignore_endΩ*/export default PartDrawing__SvelteComponent_;