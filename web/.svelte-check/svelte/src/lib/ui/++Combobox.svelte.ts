///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
;

  export type Suggestion = { value: string; label: string; detail?: string };;;
  type Props = {
    label: string;
    /** The text typed is sent under this name: without JavaScript the field is a plain one. */
    name: string;
    value?: string;
    /** The suggestion chosen is sent under this second name; empty as soon as the text changes. */
    chosenName?: string;
    chosen?: string;
    find: (text: string) => Promise<readonly Suggestion[]>;
    onchoose?: (suggestion: Suggestion) => void;
    hint?: string;
    error?: string;
    placeholder?: string;
    required?: boolean;
    autocomplete?: 'off' | 'address-level2';
    id?: string;
  };;function $$render() {

  



  let {
    label,
    name,
    value = $bindable(''),
    chosenName,
    chosen = $bindable(''),
    find,
    onchoose,
    hint,
    error,
    placeholder,
    required,
    autocomplete = 'off',
    id: given,
  }: Props = $props()/*Ωignore_startΩ*/;value;chosen;/*Ωignore_endΩ*/;
  const uid = $props.id();
  const id = $derived(given ?? `${uid}-c`);
  let found = $state<readonly Suggestion[]>([]);
  let open = $state(false);
  let at = $state(-1);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask() {
    chosen = '';
    clearTimeout(timer);
    const mine = ++asked;
    if (value.trim().length < 2) return close();
    timer = setTimeout(() => {
      find(value.trim()).then((answer) => {
        if (mine !== asked) return;
        found = answer;
        at = -1;
        open = answer.length > 0;
      }, close);
    }, 150);
  }

  function close() {
    open = false;
    at = -1;
  }

  function choose(suggestion: Suggestion) {
    asked++;
    value = suggestion.label;
    chosen = suggestion.value;
    close();
    onchoose?.(suggestion);
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      return close();
    }
    const pointed = open ? found[at] : undefined;
    if (event.key === 'Enter' && pointed) {
      event.preventDefault();
      return choose(pointed);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    at = open ? (at + step + found.length) % found.length : 0;
    open = true;
  }
;
async () => {

 { svelteHTML.createElement("div", {  "class":`field`,});error;
   { svelteHTML.createElement("label", { "for":id,});label; }
   { svelteHTML.createElement("div", { "class":`box`,});
     { svelteHTML.createElement("input", {                            "class":`in`,id,name,"bind:value":value,placeholder,required,autocomplete,"role":`combobox`,"aria-expanded":open,"aria-controls":`${id}-l`,"aria-autocomplete":`list`,"aria-activedescendant":open && at >= 0 ? `${id}-${at}` : undefined,"aria-describedby":error ? `${id}-e` : hint ? `${id}-h` : undefined,"aria-invalid":error ? true : undefined,"oninput":ask,onkeydown,"onblur":close,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/}
    if(chosenName){ { svelteHTML.createElement("input", {      "type":`hidden`,"name":chosenName,"value":chosen,});}}
     { svelteHTML.createElement("ul", {         "class":`pop`,"id":`${id}-l`,"role":`listbox`,"aria-label":label,"hidden":!open,});
          for(let suggestion of __sveltets_2_ensureArray(found)){let index = 1;suggestion.value;
        
        
         { svelteHTML.createElement("li", {           "role":`option`,"id":`${id}-${index}`,"aria-selected":index === at,"onmousedown":(event) => event.preventDefault(),"onclick":() => choose(suggestion),});
          suggestion.label;if(suggestion.detail){ { svelteHTML.createElement("span", {});suggestion.detail; }}
         }
      }
     }
   }
  if(error){ { svelteHTML.createElement("span", {   "class":`err`,"id":`${id}-e`,}); { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}error; }} else if (hint){ { svelteHTML.createElement("span", {    "class":`hint`,"id":`${id}-h`,});hint; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value', 'chosen'), slots: {}, events: {} }}
const Combobox__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Combobox__SvelteComponent_ = ReturnType<typeof Combobox__SvelteComponent_>;
/*Ωignore_endΩ*/export default Combobox__SvelteComponent_;