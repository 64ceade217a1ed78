///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Empty from '../ui/Empty.svelte';
import Pill from '../ui/Pill.svelte';
import Plate from '../ui/Plate.svelte';
;

  type Machine = {
    id: string;
    name: string;
    maker?: string | null;
    model?: string | null;
    status: 'draft' | 'published' | 'retired';
    use: 'on_site' | 'take_away' | 'both';
    accreditation?: string | null;
    envelope?: { x: number; y?: number | null; z?: number | null } | null;
    terms: { pricing: 'free' | 'hourly' | 'daily'; rateCents: number };
  };;;
  type Props = { machines: readonly Machine[]; /** The reader manages the workshop. */ mine: boolean; slug: string };;function $$render() {

  
  
  
  
  


  let { machines, mine, slug }: Props = $props();
  const { t, format } = useI18n();
  const words = t.workshop.page;
  const shown = $derived(machines.filter(({ status }) => status === 'published' || mine));
  const price = ({ terms }: Machine) => {
    const money = format.money(terms.rateCents);
    if (terms.pricing === 'free') return t.catalogue.free;
    return terms.pricing === 'hourly' ? t.catalogue.perHour(money) : t.catalogue.perDay(money);
  };
  const facts = ({ name, maker, model, envelope }: Machine) => {
    const label = [maker, model].filter(Boolean).join(' ');
    const sides = envelope ? [envelope.x, envelope.y, envelope.z].filter((side) => typeof side === 'number') : [];
    return [name.includes(label) ? '' : label, sides.length > 0 ? format.size(sides) : ''].filter(Boolean).join(' · ');
  };
;
async () => {

if(shown.length > 0){
   { svelteHTML.createElement("ul", { "class":`shelf`,});
       for(let machine of __sveltets_2_ensureArray(shown)){machine.id;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("h3", {}); { svelteHTML.createElement("a", { "href":`/equipements/${machine.id}`,});machine.name; } }
           { svelteHTML.createElement("p", { "class":`small soft`,});facts(machine); }
         }
         { svelteHTML.createElement("p", { "class":`small`,});
           { svelteHTML.createElement("b", {});price(machine); } { svelteHTML.createElement("span", { "class":`soft`,});t.catalogue.use[machine.use]; }
          if(machine.status !== 'published'){ { const $$_lliP3C = __sveltets_2_ensureComponent(Pill); new $$_lliP3C({ target: __sveltets_2_any(), props: {     "state":`idle`,"label":t.catalogue.form.statuses[machine.status],}});}}
          if(machine.accreditation){ { const $$_etalP3C = __sveltets_2_ensureComponent(Plate); new $$_etalP3C({ target: __sveltets_2_any(), props: {  "label":machine.accreditation,}});}}
         }
       }
    }
   }
}else{
   { const $$_ytpmE0C = __sveltets_2_ensureComponent(Empty); new $$_ytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":words.equipmentNone,"text":mine ? words.equipmentNoneOwn : words.equipmentNoneText,"level":3,}});
    if(mine){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/ateliers/${slug}/equipements/nouveau`,}});words.add; Button}
    }else{ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/trouver`,}});words.find; Button}}
   Empty}
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Shelf__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Shelf__SvelteComponent_ = ReturnType<typeof Shelf__SvelteComponent_>;
/*Ωignore_endΩ*/export default Shelf__SvelteComponent_;