///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import type { Why } from './words.server.ts';
;

  type Props = { name: string; why: Why; version: number };;function $$render() {

  
  

  let { name, why, version }: Props = $props();
  const { t } = useI18n();
  const words = t.production.page;
;
async () => {

 { svelteHTML.createElement("details", { "class":`why`,});
   { svelteHTML.createElement("summary", {});words.why; }
   { svelteHTML.createElement("table", {});
     { svelteHTML.createElement("caption", { "class":`vh`,});words.whyCaption(name); }
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,});words.whyHead.term; }
         { svelteHTML.createElement("th", {   "scope":`col`,"class":`num`,});words.whyHead.value; }
         { svelteHTML.createElement("th", {   "scope":`col`,"class":`num`,});words.whyHead.points; }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let row of __sveltets_2_ensureArray(why.rows)){row.label;
         { svelteHTML.createElement("tr", {}); { svelteHTML.createElement("th", { "scope":`row`,});row.label; } { svelteHTML.createElement("td", { "class":`num soft`,});row.value; } { svelteHTML.createElement("td", { "class":`num`,});row.points; } }
      }
     }
     { svelteHTML.createElement("tfoot", {});
       { svelteHTML.createElement("tr", {}); { svelteHTML.createElement("th", { "scope":`row`,});words.whyTotal; } { svelteHTML.createElement("td", {}); } { svelteHTML.createElement("td", { "class":`num`,});why.total; } }
     }
   }
   { svelteHTML.createElement("p", { "class":`caption`,});words.whyFirst; words.whyVersion(version); }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WhyRank__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WhyRank__SvelteComponent_ = ReturnType<typeof WhyRank__SvelteComponent_>;
/*Ωignore_endΩ*/export default WhyRank__SvelteComponent_;