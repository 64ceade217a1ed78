///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Cote from '../ui/Cote.svelte';
import type { Row } from './directory-url.ts';
import OpenNow from './OpenNow.svelte';
;

  type Props = { row: Row; chosen: boolean; now: string; onpoint: (id: string | undefined) => void };;function $$render() {

  
  
  
  

  let { row, chosen, now, onpoint }: Props = $props();
  const { t, format } = useI18n();
  const words = t.workshop.directory;
;
async () => {

  { svelteHTML.createElement("article", {           "id":`a-${row.id}`,"onpointerenter":() => onpoint(row.id),"onpointerleave":() => onpoint(undefined),"onfocusin":() => onpoint(row.id),"onfocusout":() => onpoint(undefined),});chosen;
   { svelteHTML.createElement("span", {   "class":`pin`,"aria-hidden":`true`,});row.label; }
   { svelteHTML.createElement("div", { "class":`who`,});
     { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/ateliers/${row.slug}`,});row.name; } }
     { svelteHTML.createElement("p", {});
      row.city;  { svelteHTML.createElement("span", { "class":`soft nb`,});row.departement; }
      if(!row.confirmed){ { svelteHTML.createElement("span", { "class":`caption nb`,}); words.unconfirmed;  }}
     }
   }
  if(row.km !== null){ { svelteHTML.createElement("div", { "class":`km`,});
       { const $$_etoC2C = __sveltets_2_ensureComponent(Cote); new $$_etoC2C({ target: __sveltets_2_any(), props: {    "value":format.distance(row.km),"length":Math.min(60, row.km * 0.6),}});}
     }}
   { svelteHTML.createElement("p", { "class":`work`,});
    if(row.work.length > 0){row.work.join(', ');}else{ { svelteHTML.createElement("span", { "class":`soft`,});words.noWork; }}
   }
   { svelteHTML.createElement("p", { "class":`foot`,});
    if(row.opening){ { const $$_woNnepO2C = __sveltets_2_ensureComponent(OpenNow); new $$_woNnepO2C({ target: __sveltets_2_any(), props: {     "opening":row.opening,"timeZone":row.timeZone,now,}});}}
    if(row.machines > 0){ { svelteHTML.createElement("span", { "class":`soft`,});words.machines(row.machines); }}
    if(row.archetype){ { svelteHTML.createElement("span", { "class":`soft`,});row.archetype; }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WorkshopRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WorkshopRow__SvelteComponent_ = ReturnType<typeof WorkshopRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default WorkshopRow__SvelteComponent_;