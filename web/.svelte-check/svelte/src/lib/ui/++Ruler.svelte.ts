///<reference types="svelte" />
;;
  type Props = { /** 0 to 1. */ ratio: number; left: string; right: string; kind?: string };;function $$render() {


  let { ratio, left, right, kind }: Props = $props();
;
async () => {

 { svelteHTML.createElement("div", { ...__sveltets_2_empty({"data-kind":kind}),});
   { svelteHTML.createElement("div", {    "class":`ruler`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, Math.round(Math.min(1, Math.max(0, ratio)) * 100));
     { svelteHTML.createElement("span", {}); }
   }
   { svelteHTML.createElement("p", {}); { svelteHTML.createElement("b", {});left; } { svelteHTML.createElement("span", {});right; } }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Ruler__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Ruler__SvelteComponent_ = ReturnType<typeof Ruler__SvelteComponent_>;
/*Ωignore_endΩ*/export default Ruler__SvelteComponent_;