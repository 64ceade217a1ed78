///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { kept } from '../forms/enhance.ts';
import { useI18n } from '../i18n/index.ts';
import Button from '../ui/Button.svelte';
import Field from '../ui/Field.svelte';
;

  type Props = {
    action: string;
    /** The verb: it opens the form, and it is its button. */
    label: string;
    variant?: 'primary' | 'now' | 'line' | 'bad';
    /** Whether a reason must be given. */
    reason?: boolean;
    open?: boolean;
    value?: string;
    /** Hidden fields, and what else the form asks. */
    children: Snippet;
  };;function $$render() {

  
  
  
  
  

  let { action, label, variant = 'line', reason = false, open = false, value = '', children }: Props = $props();
  const { t } = useI18n();
  const words = t.borrowing.counter;
;
async () => {

 { svelteHTML.createElement("details", {open,});
   { svelteHTML.createElement("summary", {});label; }
   {const $$action_0 = __sveltets_2_ensureAction(kept(svelteHTML.mapElementTag('form')));{ svelteHTML.createElement("form", __sveltets_2_union($$action_0), {    "method":`post`,action,"class":`fields`,});
    ;__sveltets_2_ensureSnippet(children());
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                 "label":reason ? words.reason : words.note,"name":`note`,"multiline":true,"rows":2,"maxlength":2000,"required":reason,"optional":!reason,"hint":words.reasonHint,value,}});}
     { svelteHTML.createElement("div", { "class":`row`,}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },variant,}});label; Button} }
   }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SayForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SayForm__SvelteComponent_ = ReturnType<typeof SayForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default SayForm__SvelteComponent_;