///<reference types="svelte" />
;
  import type { Half } from '../ui/Dispo.svelte';

  export type Row = {
    id: string;
    href: string;
    letter: string;
    name: string;
    facts: string;
    workshop: { name: string; city: string; href: string; timeZone: string };
    km: number | null;
    price: string;
    use: string;
    accreditation: string | null;
    units: { free: number; all: number };
    free: boolean;
    nextFree: string | null;
    days: { date: string; morning: Half; afternoon: Half }[];
    toConfirm: string[];
  };
;;

import CircleHelp from '@lucide/svelte/icons/circle-help';
import { useI18n } from '../i18n/index.ts';
import Cote from '../ui/Cote.svelte';
import Dispo from '../ui/Dispo.svelte';
import Plate from '../ui/Plate.svelte';
;

  type Props = { row: Row; chosen?: boolean; today: string };;function $$render() {

  
  
  
  
  

  let { row, chosen = false, today }: Props = $props();
  const { t, format, formatIn } = useI18n();
  const words = t.catalogue.find;
  const plain = formatIn('UTC');
  const there = $derived(formatIn(row.workshop.timeZone));
  const dayName = (date: string) => plain.weekday(new Date(`${date}T12:00:00Z`), 'short');
  const days = $derived(row.days.map(({ date, ...halves }) => ({ label: dayName(date), ...halves })));
  const said = $derived(
    row.days.flatMap(({ date, morning, afternoon }) =>
      morning === 'free' && afternoon === 'free'
        ? [words.allDay(dayName(date))]
        : morning === 'free'
          ? [words.morning(dayName(date))]
          : afternoon === 'free'
            ? [words.afternoon(dayName(date))]
            : [],
    ),
  );
  const soon = $derived(
    row.nextFree ? words.nextFree(`${there.day(row.nextFree, today)}, ${there.time(row.nextFree)}`) : words.noneSoon,
  );
;
async () => {



 { svelteHTML.createElement("article", {  "id":`h-${row.id}`,});chosen;
   { svelteHTML.createElement("span", {   "class":`letter`,"aria-hidden":`true`,});row.letter; }
   { svelteHTML.createElement("div", { "class":`what`,});
     { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":row.href,});row.name; } }
    if(row.facts){ { svelteHTML.createElement("p", { "class":`soft`,});row.facts; }}
     { svelteHTML.createElement("p", {}); { svelteHTML.createElement("a", {   "class":`at`,"href":row.workshop.href,});row.workshop.name; } row.workshop.city; }
       for(let doubt of __sveltets_2_ensureArray(row.toConfirm)){doubt; { svelteHTML.createElement("p", { "class":`doubt`,}); { const $$_pleHelcriC3C = __sveltets_2_ensureComponent(CircleHelp); new $$_pleHelcriC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}doubt; }}
   }
   { svelteHTML.createElement("div", { "class":`when`,});
     { const $$_opsiD2C = __sveltets_2_ensureComponent(Dispo); new $$_opsiD2C({ target: __sveltets_2_any(), props: {   days,"words":said.length > 0 ? format.list(said) : row.free ? words.noHalf : soon,}});}
    if(row.free && row.units.all > 1){ { svelteHTML.createElement("p", { "class":`soft`,});words.freeUnits(row.units.free, row.units.all); }}
   }
   { svelteHTML.createElement("div", { "class":`foot`,});
    if(row.accreditation){ { const $$_etalP2C = __sveltets_2_ensureComponent(Plate); new $$_etalP2C({ target: __sveltets_2_any(), props: {  "label":row.accreditation,}});}}else{ { svelteHTML.createElement("span", {  "class":`soft`,});t.catalogue.noAccreditation; }}
    if(row.km !== null){ { const $$_etoC2C = __sveltets_2_ensureComponent(Cote); new $$_etoC2C({ target: __sveltets_2_any(), props: {    "value":format.distance(row.km),"length":row.km,}});}}
     { svelteHTML.createElement("b", { "class":`price`,});row.price; }
     { svelteHTML.createElement("span", { "class":`soft`,});row.use; }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HitRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HitRow__SvelteComponent_ = ReturnType<typeof HitRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default HitRow__SvelteComponent_;