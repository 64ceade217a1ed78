///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = {
    /** Drawn with the thick line: what one acts on. */ drawn?: boolean;
    pad?: boolean;
    tag?: 'div' | 'section' | 'article';
    labelledby?: string;
    children: Snippet;
  };;function $$render() {

  

  let { drawn = false, pad = false, tag = 'div', labelledby, children }: Props = $props();
;
async () => {

 { svelteHTML.createElement(tag, {       "class":`sheet`,"aria-labelledby":labelledby,});drawn;pad;;__sveltets_2_ensureSnippet(children()); }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Sheet__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Sheet__SvelteComponent_ = ReturnType<typeof Sheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default Sheet__SvelteComponent_;