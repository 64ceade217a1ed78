///<reference types="svelte" />
;
  import ArrowRight from '@lucide/svelte/icons/arrow-right';
  import Check from '@lucide/svelte/icons/check';
  import CircleHelp from '@lucide/svelte/icons/circle-help';
  import ClockAlert from '@lucide/svelte/icons/clock-alert';
  import Hourglass from '@lucide/svelte/icons/hourglass';
  import Lock from '@lucide/svelte/icons/lock';
  import PackageOpen from '@lucide/svelte/icons/package-open';
  import X from '@lucide/svelte/icons/x';

  const glyphs = {
    ok: Check,
    info: PackageOpen,
    wait: Hourglass,
    warn: CircleHelp,
    late: ClockAlert,
    bad: X,
    idle: Lock,
    now: ArrowRight,
  };
  export type State = keyof typeof glyphs;
;;;
  type Props = { state: State; label: string };;function $$render() {


  let { state, label }: Props = $props();
  const Glyph = $derived(glyphs[state]);
;
async () => {



 { svelteHTML.createElement("span", {   "class":`pill`,...__sveltets_2_empty({"data-s":state}),}); { const $$_hpylG1C = __sveltets_2_ensureComponent(Glyph); new $$_hpylG1C({ target: __sveltets_2_any(), props: {    "aria-hidden":`true`,"strokeWidth":2.6,}});}label; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Pill__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Pill__SvelteComponent_ = ReturnType<typeof Pill__SvelteComponent_>;
/*Ωignore_endΩ*/export default Pill__SvelteComponent_;