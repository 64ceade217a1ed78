///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  type Props = {
    /** A fact. */ title: string;
    /** The next step. */ text: string;
    level?: 2 | 3;
    /** One button. */ children?: Snippet;
  };;function $$render() {

  

  let { title, text, level = 2, children }: Props = $props();
;
async () => {

 { svelteHTML.createElement("div", { "class":`empty`,});
   { svelteHTML.createElement("svg", {     "viewBox":`0 0 170 112`,"aria-hidden":`true`,"focusable":`false`,});
     { svelteHTML.createElement("path", {  "d":`M20 52 60 20M60 20l44 24M104 44 70 84M70 84 20 52M104 44l46-14M60 20l10 64`,});}
     { svelteHTML.createElement("path", {    "class":`x`,"d":`m70 84 58 8M128 92l-24-48`,});}
       for(let [x, y] of __sveltets_2_ensureArray(([[20, 52], [60, 20], [104, 44], [70, 84], [150, 30]]))){x; { svelteHTML.createElement("rect", {           "x":x! - 7,"y":y! - 7,"width":`14`,"height":`14`,"transform":`rotate(45 ${x} ${y})`,});}}
     { svelteHTML.createElement("rect", {            "class":`x`,"x":`121`,"y":`85`,"width":`14`,"height":`14`,"transform":`rotate(45 128 92)`,});}
   }
   { svelteHTML.createElement(`h${level}`, {   "class":`t`,});title; }
   { svelteHTML.createElement("p", {});text; }
  if(children){ { svelteHTML.createElement("div", { "class":`row`,});;__sveltets_2_ensureSnippet(children()); }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Empty__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Empty__SvelteComponent_ = ReturnType<typeof Empty__SvelteComponent_>;
/*Ωignore_endΩ*/export default Empty__SvelteComponent_;