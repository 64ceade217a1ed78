///<reference types="svelte" />
;;
  type Props = {
    /** Already formatted: 63 km. */
    value: string;
    /** Length of the line in px beyond its value, where lengths compare; at most 100. */
    length?: number;
  };;function $$render() {


  let { value, length }: Props = $props();
;
async () => {

 { svelteHTML.createElement("span", {    "class":`cote`,});length !== undefined;__sveltets_2_ensureType(String, Number, length === undefined ? undefined : Math.min(100, Math.max(0, length)));value; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Cote__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Cote__SvelteComponent_ = ReturnType<typeof Cote__SvelteComponent_>;
/*Ωignore_endΩ*/export default Cote__SvelteComponent_;