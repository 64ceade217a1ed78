///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Size = { x: number; y?: number | null | undefined; z?: number | null | undefined };;;
  type Props = { size: Size; /** The piece searched for, drawn in its corner. */ piece?: Size | undefined };;function $$render() {

  


  let { size, piece }: Props = $props();
  const { t, format } = useI18n();
  const words = t.catalogue.page;

  const sides = (one: Size) =>
    format.size([one.x, one.y, one.z].filter((side): side is number => typeof side === 'number'));
  const known = $derived({ y: typeof size.y === 'number', z: typeof size.z === 'number' });
  const y = $derived(size.y ?? size.x / 2);
  const scale = $derived(300 / Math.max(size.x, y, 1));
  const w = $derived(Math.max(40, size.x * scale));
  const d = $derived(Math.max(24, y * scale));
  const h = $derived(size.z ? Math.min(180, Math.max(16, size.z * scale)) : 0);
  const left = 64;
  const faceTop = 26;
  const planTop = $derived(h > 0 ? faceTop + h + 46 : 46);
  const height = $derived(planTop + d + 20);
  const grid = $derived(100 * scale);
  const lines = $derived({ x: Math.floor(w / grid - 0.01), y: Math.floor(d / grid - 0.01) });
  /** The way round in which the piece fits, if it does. */
  const laid = $derived.by(() => {
    if (!piece) return undefined;
    const [a, b] = [piece.x, piece.y ?? piece.x];
    const room = (px: number, py: number) => px <= size.x && (!known.y || py <= y);
    if (known.z && (piece.z ?? 0) > size.z!) return undefined;
    if (room(a, b)) return { x: a, y: b };
    return room(b, a) ? { x: b, y: a } : undefined;
  });
  const alt = $derived(
    words.insideAlt(sides(size)) +
      (piece ? (laid ? words.insidePiece(sides(piece)) : words.insideTooBig(sides(piece))) : ''),
  );
;
async () => {

 { svelteHTML.createElement("figure", {});
   { svelteHTML.createElement("svg", {     "viewBox":`0 0 ${left + w + 16} ${height}`,"role":`img`,"aria-label":alt,});
    if(h > 0){
       { svelteHTML.createElement("rect", {          "class":`out`,"x":left,"y":faceTop,"width":w,"height":h,});}
       { svelteHTML.createElement("path", {    "class":`thin`,"d":`M${left + w / 2 - 8} ${faceTop}v${h * 0.22}h16v-${h * 0.22}`,});}
       { svelteHTML.createElement("path", {    "class":`axis`,"d":`M${left + w / 2} ${faceTop - 12}V${planTop + d + 10}`,});}
       { svelteHTML.createElement("text", {     "class":`l`,"x":left + 6,"y":faceTop + 15,});words.front; }
       { svelteHTML.createElement("path", {    "class":`ext`,"d":`M${left - 4} ${faceTop}h-26M${left - 4} ${faceTop + h}h-26`,});}
       { svelteHTML.createElement("path", {    "class":`dim`,"d":`M${left - 24} ${faceTop}v${h}`,});} { svelteHTML.createElement("path", {     "class":`tick`,"d":`M${left - 28} ${faceTop + 4}l8-8M${left - 28} ${faceTop + h + 4}l8-8`,});}
       { svelteHTML.createElement("text", {      "class":`n`,"transform":`translate(${left - 31} ${faceTop + h / 2}) rotate(-90)`,"text-anchor":`middle`,});format.number(size.z!); }
    }
    if(grid > 8){
       { svelteHTML.createElement("g", { "class":`grid`,});
            for(let _ of __sveltets_2_ensureArray({ length: lines.x })){let n = 1;n; { svelteHTML.createElement("path", {  "d":`M${left + (n + 1) * grid} ${planTop}v${d}`,});}}
            for(let _ of __sveltets_2_ensureArray({ length: lines.y })){let n = 1;n; { svelteHTML.createElement("path", {  "d":`M${left} ${planTop + (n + 1) * grid}h${w}`,});}}
       }
    }
    if(laid){
       { svelteHTML.createElement("rect", {           "class":`piece`,"x":left,"y":planTop,"width":Math.max(8, laid.x * scale),"height":Math.max(8, laid.y * scale),});}
       { svelteHTML.createElement("text", {     "class":`p`,"x":left + 8,"y":planTop + 20,});words.yourPiece; }
       { svelteHTML.createElement("text", {      "class":`p`,"x":left + 8,"y":planTop + 37,});format.size([piece!.x, ...(piece!.y ? [piece!.y] : [])], '').trim(); }
    }
     { svelteHTML.createElement("rect", {           "class":`out`,"x":left,"y":planTop,"width":w,"height":d,});!known.y;}
     { svelteHTML.createElement("text", {     "class":`l`,"x":left + 6,"y":planTop + d - 7,});words.top; }
     { svelteHTML.createElement("path", {    "class":`ext`,"d":`M${left} ${planTop - 4}v-20M${left + w} ${planTop - 4}v-20`,});}
     { svelteHTML.createElement("path", {    "class":`dim`,"d":`M${left} ${planTop - 16}h${w}`,});} { svelteHTML.createElement("path", {     "class":`tick`,"d":`M${left - 4} ${planTop - 12}l8-8M${left + w - 4} ${planTop - 12}l8-8`,});}
     { svelteHTML.createElement("text", {       "class":`n`,"x":left + w / 2,"y":planTop - 22,"text-anchor":`middle`,});format.number(size.x); }
    if(known.y){
       { svelteHTML.createElement("path", {    "class":`ext`,"d":`M${left - 4} ${planTop}h-26M${left - 4} ${planTop + d}h-26`,});}
       { svelteHTML.createElement("path", {    "class":`dim`,"d":`M${left - 24} ${planTop}v${d}`,});} { svelteHTML.createElement("path", {     "class":`tick`,"d":`M${left - 28} ${planTop + 4}l8-8M${left - 28} ${planTop + d + 4}l8-8`,});}
       { svelteHTML.createElement("text", {      "class":`n`,"transform":`translate(${left - 31} ${planTop + d / 2}) rotate(-90)`,"text-anchor":`middle`,});format.number(y); }
    }
   }
   { svelteHTML.createElement("figcaption", { "class":`caption`,});words.insideNote; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EnvelopeDrawing__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EnvelopeDrawing__SvelteComponent_ = ReturnType<typeof EnvelopeDrawing__SvelteComponent_>;
/*Ωignore_endΩ*/export default EnvelopeDrawing__SvelteComponent_;