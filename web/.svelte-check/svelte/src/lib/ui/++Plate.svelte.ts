///<reference types="svelte" />
;
;type $$ComponentProps =  { label: string };function $$render() {

  let { label }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {

 { svelteHTML.createElement("span", { "class":`plate`,});label; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Plate__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Plate__SvelteComponent_ = ReturnType<typeof Plate__SvelteComponent_>;
/*Ωignore_endΩ*/export default Plate__SvelteComponent_;