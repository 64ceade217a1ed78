///<reference types="svelte" />
;
import { kept, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import Field from '../ui/Field.svelte';
import { closureField, spareClosures, type WorkshopValues } from './workshop-form.ts';
;

  type Props = { closures: WorkshopValues['closures']; typed: Values | undefined };;function $$render() {

  
  
  
  

  let { closures, typed }: Props = $props();
  const { t } = useI18n();
  const words = t.workshop.form;
  const parts = ['from', 'to', 'reason'] as const;
  const labels = { from: words.closureFrom, to: words.closureTo, reason: words.closureWhy };
  const rows = $derived(Array.from({ length: closures.length + spareClosures }, (_, nth) => nth));
  const value = (nth: number, part: (typeof parts)[number]) =>
    kept(typed, closureField(nth, part), typed ? '' : (closures[nth]?.[part] ?? ''));
;
async () => {

   for(let nth of __sveltets_2_ensureArray(rows)){nth;
   { svelteHTML.createElement("div", { "class":`row3`,});
       for(let part of __sveltets_2_ensureArray(parts)){part;
       { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {           "label":labels[part],"name":closureField(nth, part),"type":part === 'reason' ? 'text' : 'date',"maxlength":part === 'reason' ? 200 : undefined,"value":value(nth, part),}});}
    }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ClosuresEditor__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ClosuresEditor__SvelteComponent_ = ReturnType<typeof ClosuresEditor__SvelteComponent_>;
/*Ωignore_endΩ*/export default ClosuresEditor__SvelteComponent_;