///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = {
    /** The question; the buttons repeat its verb. */
    title: string;
    open?: boolean;
    onclose?: () => void;
    children: Snippet;
  };;function $$render() {

  

  let { title, open = $bindable(false), onclose, children }: Props = $props()/*Ωignore_startΩ*/;open;/*Ωignore_endΩ*/;
  const id = $props.id();
  let dialog: HTMLDialogElement;

  $effect(() => {
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  });
;
async () => {

  { const $$_dialog0 = svelteHTML.createElement("dialog", {     "aria-labelledby":id,"onclose":() => {
    open = false;
    onclose?.();
  },});dialog = $$_dialog0;
   { svelteHTML.createElement("div", { "class":`ply`,}); }
   { svelteHTML.createElement("div", { "class":`b`,});
     { svelteHTML.createElement("h2", {id,});title; }
    ;__sveltets_2_ensureSnippet(children());
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('open'), slots: {}, events: {} }}
const Dialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Dialog__SvelteComponent_ = ReturnType<typeof Dialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default Dialog__SvelteComponent_;