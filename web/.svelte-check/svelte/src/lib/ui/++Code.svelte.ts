///<reference types="svelte" />
;
;type $$ComponentProps =  { code: string };function $$render() {

  let { code }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {

 { svelteHTML.createElement("span", { "class":`code`,});code; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Code__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Code__SvelteComponent_ = ReturnType<typeof Code__SvelteComponent_>;
/*Ωignore_endΩ*/export default Code__SvelteComponent_;