///<reference types="svelte" />
;
;type $$ComponentProps =  { name: string };function $$render() {

  let { name }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {

 { svelteHTML.createElement("a", {   "class":`brand`,"href":`/`,});
   { svelteHTML.createElement("svg", {     "viewBox":`0 0 64 64`,"aria-hidden":`true`,"focusable":`false`,});
     { svelteHTML.createElement("path", {         "d":`M12 32V18a10 10 0 0 1 20 0v42M32 18a10 10 0 0 1 20 0v14M12 48v12M52 48v12`,"fill":`none`,"stroke":`currentColor`,"stroke-width":`8`,});}
     { svelteHTML.createElement("path", {        "d":`M0 40h24M40 40h24`,"fill":`none`,"stroke":`var(--stitch)`,"stroke-width":`8`,});}
   }name;
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Brand__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Brand__SvelteComponent_ = ReturnType<typeof Brand__SvelteComponent_>;
/*Ωignore_endΩ*/export default Brand__SvelteComponent_;