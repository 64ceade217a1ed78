///<reference types="svelte" />
;
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import DraftingCompass from '@lucide/svelte/icons/drafting-compass';
import Factory from '@lucide/svelte/icons/factory';
import House from '@lucide/svelte/icons/house';
import Inbox from '@lucide/svelte/icons/inbox';
import LayoutList from '@lucide/svelte/icons/layout-list';
import LogIn from '@lucide/svelte/icons/log-in';
import Network from '@lucide/svelte/icons/network';
import Search from '@lucide/svelte/icons/search';
import UserRound from '@lucide/svelte/icons/user-round';
import { placesOf, type Viewer } from '../identity/viewer.ts';
import { useI18n } from '../i18n/index.ts';
;

  type Props = { viewer: Viewer | undefined; path: string };;function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  let { viewer, path }: Props = $props();
  const { t } = useI18n();
  const glyphs = {
    home: House,
    find: Search,
    workshops: Factory,
    make: DraftingCompass,
    requests: ClipboardList,
    exchanges: ArrowLeftRight,
    offers: Inbox,
    desk: LayoutList,
    network: Network,
    account: UserRound,
    signIn: LogIn,
  };
  const places = $derived(placesOf(viewer).bar);
  const current = $derived(
    places
      .map(({ href }) => href)
      .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
      .sort((a, b) => b.length - a.length)[0],
  );
;
async () => {

 { svelteHTML.createElement("nav", {   "class":`bar no-print`,"aria-label":t.shell.bottomNav,});
   { svelteHTML.createElement("ul", {});
       for(let place of __sveltets_2_ensureArray(places)){place.href;
      const Glyph = glyphs[place.key];
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("a", {    "href":place.href,"aria-current":place.href === current ? 'page' : undefined,}); { const $$_hpylG4C = __sveltets_2_ensureComponent(Glyph); new $$_hpylG4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}t.shell.nav[place.key]; }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BottomBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BottomBar__SvelteComponent_ = ReturnType<typeof BottomBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default BottomBar__SvelteComponent_;