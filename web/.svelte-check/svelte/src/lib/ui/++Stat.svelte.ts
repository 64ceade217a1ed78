///<reference types="svelte" />
;;
  type Props = {
    stats: readonly {
      label: string;
      value: string;
      unit?: string;
      /** Always printed under the figure. */ definition: string;
      href?: string;
    }[];
  };;function $$render() {


  let { stats }: Props = $props();
;
async () => {

 { svelteHTML.createElement("dl", {  "class":`stats`,});__sveltets_2_ensureType(String, Number, Math.min(4, stats.length));
     for(let stat of __sveltets_2_ensureArray(stats)){stat.label;
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});
        if(stat.href){ { svelteHTML.createElement("a", { "href":stat.href,});stat.label; }}else{stat.label;}
       }
       { svelteHTML.createElement("dd", { "class":`v`,});
        stat.value;if(stat.unit){  { svelteHTML.createElement("small", {});stat.unit; }}
       }
       { svelteHTML.createElement("dd", { "class":`d`,});stat.definition; }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Stat__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Stat__SvelteComponent_ = ReturnType<typeof Stat__SvelteComponent_>;
/*Ωignore_endΩ*/export default Stat__SvelteComponent_;