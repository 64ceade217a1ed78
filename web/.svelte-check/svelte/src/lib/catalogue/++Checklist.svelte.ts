///<reference types="svelte" />
;;
  type Props = { items: readonly string[] };;function $$render() {


  let { items }: Props = $props();
;
async () => {

 { svelteHTML.createElement("ul", {});
     for(let item of __sveltets_2_ensureArray(items)){item; { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("svg", {    "viewBox":`0 0 24 24`,"aria-hidden":`true`,}); { svelteHTML.createElement("circle", {      "cx":`12`,"cy":`12`,"r":`9`,});} { svelteHTML.createElement("circle", {      "cx":`12`,"cy":`12`,"r":`1.5`,});} } { svelteHTML.createElement("b", {});item; }
     }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Checklist__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Checklist__SvelteComponent_ = ReturnType<typeof Checklist__SvelteComponent_>;
/*Ωignore_endΩ*/export default Checklist__SvelteComponent_;