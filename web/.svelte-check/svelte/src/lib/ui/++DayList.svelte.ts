///<reference types="svelte" />
;
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left';
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right';
import type { Snippet } from 'svelte';
function $$render<Item extends { time: string; direction: 'out' | 'in'; label: string; thing: string; place?: string; who: string }>() {

  
  
  

  type Props = {
    items: readonly Item[];
    title: Snippet<[Item]>;
    /** One button a line; a tick box on paper. */ action?: Snippet<[Item]>;
  };
  let { items, title, action }: Props = $props();
;
async () => {

 { svelteHTML.createElement("ol", { "class":`days`,});
      for(let item of __sveltets_2_ensureArray(items)){let index = 1;index;
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("span", { "class":`h`,});item.time; }
       { svelteHTML.createElement("span", {    "class":`k`,...__sveltets_2_empty({"data-k":item.direction}),});if(item.direction === 'out'){ { const $$_thgiRpUworrA3C = __sveltets_2_ensureComponent(ArrowUpRight); new $$_thgiRpUworrA3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}else{ { const $$_tfeLnwoDworrA3C = __sveltets_2_ensureComponent(ArrowDownLeft); new $$_tfeLnwoDworrA3C({ target: __sveltets_2_any(), props: {   "aria-hidden":`true`,}});}}item.label; }
       { svelteHTML.createElement("div", { "class":`o`,});
         { svelteHTML.createElement("h3", {});;__sveltets_2_ensureSnippet(title(item)); }
        if(item.place){ { svelteHTML.createElement("span", { "class":`soft`,});item.place; }}
       }
       { svelteHTML.createElement("span", { "class":`w`,});item.who; }
       { svelteHTML.createElement("div", { "class":`a`,});;__sveltets_2_ensureSnippet(action?.(item)); }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<Item extends { time: string; direction: 'out' | 'in'; label: string; thing: string; place?: string; who: string }> {
    props(): ReturnType<typeof $$render<Item>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Item>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Item>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Item extends { time: string; direction: 'out' | 'in'; label: string; thing: string; place?: string; who: string }>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Item>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Item>['props']>, ReturnType<__sveltets_Render<Item>['events']>, ReturnType<__sveltets_Render<Item>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Item>['bindings']> } & ReturnType<__sveltets_Render<Item>['exports']>;
    <Item extends { time: string; direction: 'out' | 'in'; label: string; thing: string; place?: string; who: string }>(internal: unknown, props: ReturnType<__sveltets_Render<Item>['props']> & {}): ReturnType<__sveltets_Render<Item>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const DayList__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type DayList__SvelteComponent_<Item extends { time: string; direction: 'out' | 'in'; label: string; thing: string; place?: string; who: string }> = InstanceType<typeof DayList__SvelteComponent_<Item>>;
/*Ωignore_endΩ*/export default DayList__SvelteComponent_;