///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = { kind: string; label: string; icon?: Snippet };;function $$render() {

  

  let { kind, label, icon }: Props = $props();
;
async () => {

 { svelteHTML.createElement("span", {   "class":`kind`,...__sveltets_2_empty({"data-kind":kind}),});;__sveltets_2_ensureSnippet(icon?.());label; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const KindTag__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type KindTag__SvelteComponent_ = ReturnType<typeof KindTag__SvelteComponent_>;
/*Ωignore_endΩ*/export default KindTag__SvelteComponent_;