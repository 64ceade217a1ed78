///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
;

  type Props = {
    /** Open minutes of the workshop, gone and in all. */
    gone: number;
    all: number;
    from: string;
    left: string;
  };;function $$render() {

  

  let { gone, all, from, left }: Props = $props();
  const { t, format } = useI18n();
  const share = $derived(Math.min(100, Math.max(0, (gone / Math.max(1, all)) * 100)));
;
async () => {

 { svelteHTML.createElement("div", { "class":`clock`,});
   { svelteHTML.createElement("div", {       "class":`bar`,"role":`img`,"aria-label":t.production.page.turn.clock(format.duration(Math.min(gone, all)), format.duration(all)),});
     { svelteHTML.createElement("span", { });__sveltets_2_ensureType(String, Number, share); }
   }
   { svelteHTML.createElement("p", {}); { svelteHTML.createElement("span", {});from; } { svelteHTML.createElement("span", {});left; } }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OpenClock__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OpenClock__SvelteComponent_ = ReturnType<typeof OpenClock__SvelteComponent_>;
/*Ωignore_endΩ*/export default OpenClock__SvelteComponent_;