///<reference types="svelte" />
;
import type { ImportQuery } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Head from '../ui/Head.svelte';
import { wordFault } from './words.ts';
;

  type Props = { batch: ImportQuery['importBatch'] };;function $$render() {

  
  
  
  

  let { batch }: Props = $props();
  const { t } = useI18n();
  const words = t.intake;
  const titleOf = (column: string) => {
    const name = batch.matching.find((match) => match.column === column)?.name;
    return batch.columns.find((each) => each.name === name)?.title ?? '';
  };
  const columnOf = (column: string) =>
    column === '' ? '' : words.column(words.columns[column] ?? column, titleOf(column));
;
async () => {

 { svelteHTML.createElement("section", { "aria-labelledby":`fautes`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`fautes`,"title":words.errors,}});}
   { svelteHTML.createElement("p", { "class":`small soft`,});words.errorsText(batch.faultCount); }
   { svelteHTML.createElement("ol", {});
        for(let fault of __sveltets_2_ensureArray(batch.faults)){let n = 1;n;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("b", {});words.where(fault.row, columnOf(fault.column)); }
         { svelteHTML.createElement("span", {});wordFault(t, fault.key, fault.params); }
         { svelteHTML.createElement("small", { "class":`soft`,});fault.losesRow ? words.losesRow : words.losesCell; }
       }
    }
   }
  if(batch.faultCount > batch.faults.length){
     { svelteHTML.createElement("p", { "class":`small`,});words.moreErrors(batch.faultCount - batch.faults.length); }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FaultList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FaultList__SvelteComponent_ = ReturnType<typeof FaultList__SvelteComponent_>;
/*Ωignore_endΩ*/export default FaultList__SvelteComponent_;