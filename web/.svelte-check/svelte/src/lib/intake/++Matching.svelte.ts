///<reference types="svelte" />
;
import { kept as keptForm } from '../forms/enhance.ts';
import { kept, type Values } from '../forms/values.ts';
import type { ImportQuery } from '../graph/generated/graphql.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
import Head from '../ui/Head.svelte';
import Sheet from '../ui/Sheet.svelte';
import { isNeeded, matchField, matchingFields, tableFormats } from './matching.ts';
;

  type Props = {
    batch: ImportQuery['importBatch'];
    members?: readonly { id: string; name: string; city: string }[];
    values?: Values;
  };;function $$render() {

  
  
  
  
  
  
  
  
  

  let { batch, members, values }: Props = $props();
  const { t } = useI18n();
  const words = t.intake;
  const isTable = $derived(tableFormats.includes(batch.format));
  const choices = $derived([
    { value: '', label: words.noColumn },
    ...batch.columns.map(({ name, title }) => ({ value: name, label: title })),
  ]);
  const chosen = (column: string) =>
    kept(values, matchField(column), batch.matching.find((match) => match.column === column)?.name ?? '');
  const exampleOf = (column: string) => {
    const text = batch.columns.find(({ name }) => name === chosen(column))?.example;
    return text ? words.example(text) : undefined;
  };
  const formats = $derived(
    isTable ? (['csv', 'machines_csv'] as const) : (['fablabs_json', 'geojson', 'fabmanager'] as const),
  );
;
async () => {

 { svelteHTML.createElement("section", { "aria-labelledby":`apparier`,});
   { const $$_daeH1C = __sveltets_2_ensureComponent(Head); new $$_daeH1C({ target: __sveltets_2_any(), props: {    "id":`apparier`,"title":isTable ? words.match : words.format,}});}
   { const $$_teehS1C = __sveltets_2_ensureComponent(Sheet); new $$_teehS1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"pad":true,"drawn":batch.state === 'received',}});
     {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,"action":`?/prepare`,});
       { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {         "label":words.format,"name":`format`,"value":kept(values, 'format', batch.format),"options":formats.map((value) => ({ value, label: words.formats[value] })),}});}
      if(isTable){
         { svelteHTML.createElement("p", { "class":`small soft`,});batch.format === 'csv' ? words.matchText : words.matchMachines; }
         { svelteHTML.createElement("div", { "class":`grid`,});
             for(let column of __sveltets_2_ensureArray(matchingFields(batch.format))){column;
             { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {           "label":`${words.columns[column]}${isNeeded(column) ? `, ${words.needed}` : ''}`,"name":matchField(column),"value":chosen(column),"options":choices,"hint":exampleOf(column),}});}
          }
         }
      } else if (members){
         { const $$_dleiF3C = __sveltets_2_ensureComponent(Field); new $$_dleiF3C({ target: __sveltets_2_any(), props: {           "label":words.workshop,"name":`workshop`,"value":kept(values, 'workshop', batch.workshopId ?? members[0]?.id ?? ''),"options":members.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),"hint":words.workshopHint,}});}
      }
       { svelteHTML.createElement("p", { "class":`does`,});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"variant":batch.state === 'received' ? undefined : 'line',}});batch.state === 'received' ? words.check : words.checkAgain;  Button}
       }
     }}
   Sheet}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Matching__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Matching__SvelteComponent_ = ReturnType<typeof Matching__SvelteComponent_>;
/*Ωignore_endΩ*/export default Matching__SvelteComponent_;