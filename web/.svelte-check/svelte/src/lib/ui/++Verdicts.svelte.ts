///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import CircleHelp from '@lucide/svelte/icons/circle-help';
import X from '@lucide/svelte/icons/x';
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    caption: string;
    /** The two figures compared, never a percentage. */
    rows: readonly { verdict: 'yes' | 'ask' | 'no'; requirement: string; asked: string; declared: string }[];
  };;function $$render() {

  
  
  
  

  let { caption, rows }: Props = $props();
  const { t } = useI18n();
  const glyphs = { yes: Check, ask: CircleHelp, no: X };
;
async () => {

 { svelteHTML.createElement("table", {});
   { svelteHTML.createElement("caption", { "class":`vh`,});caption; }
   { svelteHTML.createElement("thead", { }); { svelteHTML.createElement("tr", { }); { svelteHTML.createElement("th", { "scope":`col`,});t.common.verdictHeads.verdict; } { svelteHTML.createElement("th", { "scope":`col`,});t.common.verdictHeads.requirement; } { svelteHTML.createElement("th", {  "scope":`col`,});t.common.verdictHeads.asked; } { svelteHTML.createElement("th", { "scope":`col`,});t.common.verdictHeads.declared; } } }
   { svelteHTML.createElement("tbody", {});
        for(let row of __sveltets_2_ensureArray(rows)){let index = 1;index;
      const Glyph = glyphs[row.verdict];
       { svelteHTML.createElement("tr", { ...__sveltets_2_empty({"data-v":row.verdict}),});
         { svelteHTML.createElement("td", {}); { svelteHTML.createElement("b", {}); { const $$_hpylG5C = __sveltets_2_ensureComponent(Glyph); new $$_hpylG5C({ target: __sveltets_2_any(), props: {    "aria-hidden":`true`,"strokeWidth":3,}});}t.common.verdict[row.verdict]; } }
         { svelteHTML.createElement("th", { "scope":`row`,});row.requirement; }
         { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-l":t.common.askedLabel}),});row.asked; }
         { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-l":t.common.declaredLabel}),});row.declared; }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Verdicts__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Verdicts__SvelteComponent_ = ReturnType<typeof Verdicts__SvelteComponent_>;
/*Ωignore_endΩ*/export default Verdicts__SvelteComponent_;