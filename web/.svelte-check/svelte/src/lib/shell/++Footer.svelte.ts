///<reference types="svelte" />
;
import type { Viewer } from '../identity/viewer.ts';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { viewer: Viewer | undefined; here: string };;function $$render() {

  
  

  let { viewer, here }: Props = $props();
  const { t } = useI18n();
  const foot = t.shell.foot;
  const columns = $derived([
    {
      title: foot.find,
      links: [
        ['/trouver', foot.equipment],
        ['/ateliers', foot.workshops],
      ],
    },
    {
      title: foot.together,
      links: [
        ['/demandes/nouvelle', foot.make],
        ['/echanges', foot.exchanges],
      ],
    },
    {
      title: foot.you,
      links: viewer
        ? [['/compte', t.shell.account]]
        : [
            ['/connexion', t.shell.signIn],
            ['/inscription', foot.signUp],
          ],
    },
    {
      title: foot.help,
      links: [
        ['/aide', foot.firstSteps],
        ['/accessibilite', foot.accessibility],
      ],
    },
  ] as const);
;
async () => {

 { svelteHTML.createElement("footer", { "class":`no-print`,});
   { svelteHTML.createElement("div", {   "class":`ply`,"aria-hidden":`true`,}); }
   { svelteHTML.createElement("div", { "class":`wrap in`,});
     { svelteHTML.createElement("div", { "class":`cols`,});
         for(let column of __sveltets_2_ensureArray(columns)){column.title;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("h2", {});column.title; }
           { svelteHTML.createElement("ul", {});
               for(let [href, label] of __sveltets_2_ensureArray(column.links)){href; { svelteHTML.createElement("li", {}); { svelteHTML.createElement("a", {href,});label; } }}
           }
         }
      }
     }
     { svelteHTML.createElement("div", { "class":`end`,});
       { svelteHTML.createElement("p", {}); { svelteHTML.createElement("b", {});foot.demo; } foot.demoText; }
       { svelteHTML.createElement("p", {});foot.licence; }
       { svelteHTML.createElement("form", {     "method":`post`,"action":`/reglages`,"aria-label":t.shell.theme,});
         { svelteHTML.createElement("input", {      "type":`hidden`,"name":`suite`,"value":here,});}
           for(let theme of __sveltets_2_ensureArray((['light', 'dark', 'device'] as const))){theme; { svelteHTML.createElement("button", {    "name":`theme`,"value":theme,});t.shell.themes[theme]; }}
       }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Footer__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Footer__SvelteComponent_ = ReturnType<typeof Footer__SvelteComponent_>;
/*Ωignore_endΩ*/export default Footer__SvelteComponent_;