///<reference types="svelte" />
;
import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import { useI18n } from '../i18n/index.ts';

;type $$ComponentProps =  { here: string };function $$render() {

  
  
  

  let { here }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
  const { t, locale } = useI18n();
;
async () => {


 { svelteHTML.createElement("form", {     "class":`switches no-print`,"method":`post`,"action":`/reglages`,});
   { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":here,});}
   { svelteHTML.createElement("span", {     "class":`lang`,"role":`group`,"aria-label":t.shell.language,});
     { svelteHTML.createElement("span", {   "class":`on`,"aria-current":`true`,});t.shell.languageName; }
     { svelteHTML.createElement("button", {      "name":`locale`,"value":locale === 'fr' ? 'en' : 'fr',"lang":locale === 'fr' ? 'en' : 'fr',});t.shell.otherLanguage; { svelteHTML.createElement("span", { "class":`vh`,}); t.shell.otherLanguageName; } }
   }
   { svelteHTML.createElement("button", {       "class":`sq moon`,"name":`theme`,"value":`dark`,"aria-label":t.shell.dark,}); { const $$_nooM2C = __sveltets_2_ensureComponent(Moon); new $$_nooM2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   { svelteHTML.createElement("button", {       "class":`sq sun`,"name":`theme`,"value":`light`,"aria-label":t.shell.light,}); { const $$_nuS2C = __sveltets_2_ensureComponent(Sun); new $$_nuS2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Switches__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Switches__SvelteComponent_ = ReturnType<typeof Switches__SvelteComponent_>;
/*Ωignore_endΩ*/export default Switches__SvelteComponent_;