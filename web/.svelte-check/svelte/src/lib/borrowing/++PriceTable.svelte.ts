///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import { priceLines } from './words.ts';
;

  type Props = { price: Parameters<typeof priceLines>[2]; caption: string };;function $$render() {

  
  

  let { price, caption }: Props = $props();
  const { t, format } = useI18n();
  const words = t.borrowing.form;
  const lines = $derived(priceLines(t, format, price));
;
async () => {

 { svelteHTML.createElement("table", {});
   { svelteHTML.createElement("caption", { "class":`vh`,});caption; }
   { svelteHTML.createElement("tbody", {});
     { svelteHTML.createElement("tr", {});
       { svelteHTML.createElement("th", {  "scope":`row`,});lines.label;if(lines.rounding){ { svelteHTML.createElement("small", {});lines.rounding; }} }
       { svelteHTML.createElement("td", {});price.pricing === 'free' ? '' : lines.total; }
     }
     { svelteHTML.createElement("tr", { "class":`total`,}); { svelteHTML.createElement("th", { "scope":`row`,});words.total; } { svelteHTML.createElement("td", {});lines.total; } }
    if(lines.deposit){ { svelteHTML.createElement("tr", {}); { svelteHTML.createElement("th", { "scope":`row`,});words.deposit; } { svelteHTML.createElement("td", {});lines.deposit; } }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PriceTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PriceTable__SvelteComponent_ = ReturnType<typeof PriceTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default PriceTable__SvelteComponent_;