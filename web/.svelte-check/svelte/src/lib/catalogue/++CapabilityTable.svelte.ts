///<reference types="svelte" />
;
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Ban from '@lucide/svelte/icons/ban';
import CircleHelp from '@lucide/svelte/icons/circle-help';
import { useI18n } from '../i18n/index.ts';
import Table from '../ui/Table.svelte';
;

  type Row = {
    id: string;
    materialName: string | null;
    processName: string;
    maxThicknessMm?: number | null | undefined;
    envelopeMm?: { x: number; y?: number | null | undefined; z?: number | null | undefined } | null | undefined;
    lot?: { min: number; max: number } | null | undefined;
    ratePerHour?: number | null | undefined;
    evidence: 'imported' | 'declared' | 'confirmed' | 'witnessed';
    confirmedAt?: string | null | undefined;
  };;;
  type Props = { rows: readonly Row[]; never: readonly string[]; now: string };;function $$render() {
 const cell/*Ωignore_positionΩ*/ = (row: Row, key: string)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
  if(key === 'material'){row.materialName ?? words.anyMaterial;
  } else if (key === 'process'){row.processName;
  } else if (key === 'thickness'){if(row.maxThicknessMm){ { svelteHTML.createElement("b", {});format.measure(row.maxThicknessMm, 'mm'); }}else{ }
  } else if (key === 'size'){sizeOf(row);
  } else if (key === 'lot'){row.lot ? words.lot(format.number(row.lot.min), format.number(row.lot.max)) : '–';
  } else if (key === 'rate'){row.ratePerHour ? words.rate(format.number(row.ratePerHour)) : '–';
  }else{
     { svelteHTML.createElement("span", {    "class":`proof`,...__sveltets_2_empty({"data-s":sure(row) ? 'ok' : 'warn'}),});if(sure(row)){ { const $$_kcehCegdaB1C = __sveltets_2_ensureComponent(BadgeCheck); new $$_kcehCegdaB1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}else{ { const $$_pleHelcriC1C = __sveltets_2_ensureComponent(CircleHelp); new $$_pleHelcriC1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}t.catalogue
        .evidence[row.evidence]; }
    if(row.confirmedAt){ { svelteHTML.createElement("span", { "class":`soft nb`,});format.shortDate(row.confirmedAt, now); }}
  }
};return __sveltets_2_any(0)};
  
  
  
  
  


  let { rows, never, now }: Props = $props();
  const { t, format } = useI18n();
  const words = t.catalogue.page;
  const many = $derived(new Set(rows.map(({ processName }) => processName)).size > 1);
  const has = $derived({ lot: rows.some(({ lot }) => lot), rate: rows.some(({ ratePerHour }) => ratePerHour) });
  const columns = $derived([
    { key: 'material', label: words.columns.material },
    ...(many ? [{ key: 'process', label: words.columns.process }] : []),
    { key: 'thickness', label: words.columns.thickness },
    { key: 'size', label: words.columns.size },
    ...(has.lot ? [{ key: 'lot', label: words.columns.lot }] : []),
    ...(has.rate ? [{ key: 'rate', label: words.columns.rate }] : []),
    { key: 'evidence', label: words.columns.evidence },
  ]);
  const sizeOf = ({ envelopeMm }: Row) =>
    envelopeMm
      ? [envelopeMm.x, envelopeMm.y, envelopeMm.z]
          .filter((side) => typeof side === 'number')
          .map((side) => format.number(side))
          .join(' × ')
      : '–';
  const sure = ({ evidence }: Row) => evidence === 'confirmed' || evidence === 'witnessed';
;
async () => {

if(rows.length > 0){
   { const $$_elbaT0C = __sveltets_2_ensureComponent(Table); new $$_elbaT0C({ target: __sveltets_2_any(), props: {     "caption":words.does,columns,rows,cell,}});}
}else{
   { svelteHTML.createElement("p", { "class":`soft`,});words.doesNothing; }
}
if(never.length > 0){
   { svelteHTML.createElement("p", { "class":`never`,}); { const $$_naB1C = __sveltets_2_ensureComponent(Ban); new $$_naB1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} { svelteHTML.createElement("span", {}); { svelteHTML.createElement("b", {});words.never; } never.join(', '); words.neverAsk; } }
}




};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CapabilityTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CapabilityTable__SvelteComponent_ = ReturnType<typeof CapabilityTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default CapabilityTable__SvelteComponent_;