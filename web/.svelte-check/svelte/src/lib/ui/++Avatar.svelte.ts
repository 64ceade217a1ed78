///<reference types="svelte" />
;
;type $$ComponentProps =  { name: string };function $$render() {

  let { name }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
  const initials = $derived(
    name
      .split(/[\s-]+/)
      .filter(Boolean)
      .map((word) => word[0]!.toLocaleUpperCase())
      .filter((_, index, all) => index === 0 || index === all.length - 1)
      .join(''),
  );
;
async () => {

 { svelteHTML.createElement("span", {   "class":`ava`,"aria-hidden":`true`,});initials; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Avatar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Avatar__SvelteComponent_ = ReturnType<typeof Avatar__SvelteComponent_>;
/*Ωignore_endΩ*/export default Avatar__SvelteComponent_;