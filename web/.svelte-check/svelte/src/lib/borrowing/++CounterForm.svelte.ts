///<reference types="svelte" />
;
import { kept } from '../forms/enhance.ts';
import { kept as typed, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Choice from '../ui/Choice.svelte';
import Field from '../ui/Field.svelte';
import type { LoanSeen } from './loan.ts';
;

  type Props = {
    loan: LoanSeen;
    move: 'hand_over' | 'take_back';
    /** The form as it was sent, when it was refused. */
    values?: Values;
    variant?: 'primary' | 'now';
  };;function $$render() {

  
  
  
  
  
  
  

  let { loan, move, values, variant = 'now' }: Props = $props();
  const { t } = useI18n();
  const words = t.borrowing.counter;
  const out = $derived(move === 'hand_over');
  const items = $derived(out ? (loan.resource?.checklist ?? []) : (loan.handOver?.present ?? []));
  const units = $derived(
    loan.unitChoices.map(({ unit, free }) => ({
      value: unit.id,
      label: [unit.code, unit.shelf, free ? '' : words.unitAway].filter(Boolean).join(', '),
      disabled: !free,
    })),
  );
  const booked = $derived(
    loan.unitChoices.find(({ unit, free }) => free && unit.id === loan.unit?.id)?.unit.id ??
      loan.unitChoices.find(({ free }) => free)?.unit.id ??
      loan.unit?.id,
  );
  const choices = ['present', 'missing'] as const;
;
async () => {

 {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {     "method":`post`,"action":`?/move`,"class":`fields`,});
   { svelteHTML.createElement("input", {      "type":`hidden`,"name":`move`,"value":move,});}
  if(out && units.length > 1){
     { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {        "label":words.unit,"name":`unitId`,"options":units,"value":typed(values, 'unitId', booked),}});}
  }
  if(items.length > 0){
     { svelteHTML.createElement("fieldset", {});
       { svelteHTML.createElement("legend", {});out ? words.list : words.listBack; }
       { svelteHTML.createElement("ul", {});
            for(let item of __sveltets_2_ensureArray(items)){let index = 1;item;
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("span", { "id":`item-${index}`,});item; }
             { svelteHTML.createElement("input", {      "type":`hidden`,"name":`item`,"value":item,});}
             { svelteHTML.createElement("span", {     "class":`two`,"role":`radiogroup`,"aria-labelledby":`item-${index}`,});
                 for(let choice of __sveltets_2_ensureArray(choices)){choice;
                 { const $$_eciohC5C = __sveltets_2_ensureComponent(Choice); new $$_eciohC5C({ target: __sveltets_2_any(), props: {            "type":`radio`,"label":words[choice],"name":`vu-${index}`,"value":choice,"required":true,"checked":typed(values, `vu-${index}`) === choice,}});}
              }
             }
           }
        }
       }
     }
  }
   { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {               "label":words.condition,"name":`condition`,"multiline":true,"rows":2,"maxlength":2000,"optional":true,"hint":words.conditionHint,"value":typed(values, 'condition'),}});}
  if(!out){
     { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {               "label":words.damage,"name":`damage`,"multiline":true,"rows":2,"maxlength":2000,"optional":true,"hint":words.damageHint,"value":typed(values, 'damage'),}});}
  }
   { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {            "label":out ? words.receivedBy : words.broughtBy,"name":`who`,"required":true,"maxlength":120,"hint":out ? words.receivedHint : undefined,"value":typed(values, 'who', loan.person.name),}});}
   { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },variant,}});t.borrowing.move[move]; Button} }
 }}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CounterForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CounterForm__SvelteComponent_ = ReturnType<typeof CounterForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default CounterForm__SvelteComponent_;