///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Field from '../ui/Field.svelte';
;

  type Props = { label?: string; fresh?: boolean; error?: string };;function $$render() {

  
  

  let { label, fresh = false, error }: Props = $props();
  const { t } = useI18n();
  let shown = $state(false);
  let alive = $state(false);
  // Without JavaScript nothing could show it: the switch comes with the script.
  $effect(() => void (alive = true));
;
async () => {

 { svelteHTML.createElement("div", {});
   { const $$_dleiF1C = __sveltets_2_ensureComponent(Field); new $$_dleiF1C({ target: __sveltets_2_any(), props: {                 "label":label ?? t.identity.password,"name":`password`,"type":shown ? 'text' : 'password',"autocomplete":fresh ? 'new-password' : 'current-password',"hint":fresh ? t.identity.passwordHint : undefined,error,"required":true,"maxlength":128,"minlength":fresh ? 12 : undefined,}});}
  if(alive){ { svelteHTML.createElement("label", { "class":`show`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":shown,});/*Ωignore_startΩ*/() => shown = __sveltets_2_any(null);/*Ωignore_endΩ*/}t.identity.show; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PasswordField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PasswordField__SvelteComponent_ = ReturnType<typeof PasswordField__SvelteComponent_>;
/*Ωignore_endΩ*/export default PasswordField__SvelteComponent_;