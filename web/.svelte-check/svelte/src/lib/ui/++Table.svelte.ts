///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
function $$render<Row>() {

  

  type Column = { key: string; label: string; num?: boolean };
  type Props = {
    caption: string;
    columns: readonly Column[];
    rows: readonly Row[];
    /** Draws one cell. The first column names the row. */
    cell: Snippet<[Row, string]>;
    current?: (row: Row) => boolean;
    showCaption?: boolean;
  };
  let { caption, columns, rows, cell, current, showCaption = false }: Props = $props();
;
async () => {

 { svelteHTML.createElement("table", {});
   { svelteHTML.createElement("caption", { });!showCaption;caption; }
   { svelteHTML.createElement("thead", { }); { svelteHTML.createElement("tr", { });   for(let column of __sveltets_2_ensureArray(columns)){column.key; { svelteHTML.createElement("th", {  "scope":`col`,});column.num;column.label; }} } }
   { svelteHTML.createElement("tbody", {});
        for(let row of __sveltets_2_ensureArray(rows)){let index = 1;index;
       { svelteHTML.createElement("tr", { "aria-current":current?.(row) ? 'true' : undefined,});
            for(let column of __sveltets_2_ensureArray(columns)){let at = 1;column.key;
          if(at === 0){ { svelteHTML.createElement("th", { "scope":`row`,});;__sveltets_2_ensureSnippet(cell(row, column.key)); }
          }else{ { svelteHTML.createElement("td", {  ...__sveltets_2_empty({"data-l":column.label}),});column.num;;__sveltets_2_ensureSnippet(cell(row, column.key)); }}
        }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<Row> {
    props(): ReturnType<typeof $$render<Row>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Row>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Row>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Row>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Row>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Row>['props']>, ReturnType<__sveltets_Render<Row>['events']>, ReturnType<__sveltets_Render<Row>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Row>['bindings']> } & ReturnType<__sveltets_Render<Row>['exports']>;
    <Row>(internal: unknown, props: ReturnType<__sveltets_Render<Row>['props']> & {}): ReturnType<__sveltets_Render<Row>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const Table__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type Table__SvelteComponent_<Row> = InstanceType<typeof Table__SvelteComponent_<Row>>;
/*Ωignore_endΩ*/export default Table__SvelteComponent_;