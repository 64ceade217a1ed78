///<reference types="svelte" />
;
import type { ImportQuery } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Table from '../ui/Table.svelte';
;

  type Props = { batch: ImportQuery['importBatch']; code: string; /** Foreseen, not done. */ preview?: boolean };;function $$render() {

  
  
  

  let { batch, code, preview = false }: Props = $props();
  const { t } = useI18n();
  const words = t.intake;
  const counts = $derived(batch.counts);
  const isUndone = $derived(batch.state === 'undone' || batch.state === 'undoing');
  const lines = $derived(
    (['created', 'changed', 'same', 'kept', 'admitted'] as const).filter(
      (name) => name === 'created' || counts[name] > 0,
    ),
  );
  const columns = $derived([
    { key: 'name', label: words.columns.name! },
    { key: 'city', label: words.place },
    { key: 'row', label: words.row, num: true },
    { key: 'verdict', label: words.becomes },
  ]);
;
async () => {

 { svelteHTML.createElement("ul", { "class":`tally`,});
  if(isUndone){
     { svelteHTML.createElement("li", {});words.undone(batch.undone); }
  }else{
       for(let name of __sveltets_2_ensureArray(lines)){name; { svelteHTML.createElement("li", { });name === 'created';words[name](counts[name]); }}
    if(batch.lostRows > 0){ { svelteHTML.createElement("li", { "class":`lost`,});words.lost(batch.lostRows); }}
  }
 }
if(preview && batch.samples.length > 0){
   { const $$_elbaT0C = __sveltets_2_ensureComponent(Table); const $$_elbaT0 = new $$_elbaT0C({ target: __sveltets_2_any(), props: {     "caption":words.sample,"showCaption":true,columns,"rows":batch.samples,cell:(sample: (typeof batch.samples)[number], key: string) => { async ()/*Ωignore_positionΩ*/ => {
      if(key === 'verdict'){words.verdicts[sample.verdict];
      } else if (key === 'row'){sample.row;
      } else if (key === 'city'){sample.city;
      }else{sample.name;}
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {cell} = $$_elbaT0.$$prop_def;/*Ωignore_endΩ*/
    
   Table}
}
if(isUndone && batch.kept.length > 0){
   { svelteHTML.createElement("section", { "aria-labelledby":`reste`,});
     { svelteHTML.createElement("h2", { "id":`reste`,});words.stays; }
     { svelteHTML.createElement("ul", { "class":`stays`,});
         for(let { workshopId, name, reason } of __sveltets_2_ensureArray(batch.kept)){workshopId;
         { svelteHTML.createElement("li", {});
          if(reason === 'gone'){name;}else{ { svelteHTML.createElement("a", { "href":`/ateliers/${workshopId}`,});name; }}t.common.colon;words
            .reasons[reason];
         }
      }
     }
   }
}
if(!preview && batch.state === 'done'){
   { svelteHTML.createElement("p", {}); { svelteHTML.createElement("a", { "href":`/ateliers?reseau=${code}`,});words.seeDirectory; } }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Outcome__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Outcome__SvelteComponent_ = ReturnType<typeof Outcome__SvelteComponent_>;
/*Ωignore_endΩ*/export default Outcome__SvelteComponent_;