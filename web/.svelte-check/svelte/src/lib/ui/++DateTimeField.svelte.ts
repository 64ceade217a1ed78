///<reference types="svelte" />
;
import Field from './Field.svelte';
;

  type Props = {
    label: string;
    name: string;
    /** `2026-11-25T13:30` (or `2026-11-25` when `dateOnly`), in the zone of the place concerned. */
    value?: string;
    dateOnly?: boolean;
    hint?: string;
    error?: string;
    min?: string;
    max?: string;
    /** Minutes between the times offered. */
    step?: number;
    required?: boolean;
    optional?: boolean;
  };;function $$render() {

  


  let { value = $bindable(''), dateOnly = false, step = 30, ...rest }: Props = $props()/*Ωignore_startΩ*/;value;/*Ωignore_endΩ*/;
;
async () => {

 { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); const $$_dleiF0 = new $$_dleiF0C({ target: __sveltets_2_any(), props: {      "type":dateOnly ? 'date' : 'datetime-local',"step":dateOnly ? undefined : step * 60,value,...rest,}});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiF0.$$bindings = 'value';}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value'), slots: {}, events: {} }}
const DateTimeField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DateTimeField__SvelteComponent_ = ReturnType<typeof DateTimeField__SvelteComponent_>;
/*Ωignore_endΩ*/export default DateTimeField__SvelteComponent_;