///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Pill from '../ui/Pill.svelte';
;

  type Props = {
    opening: { open: boolean; until?: string | null; next?: string | null } | null | undefined;
    timeZone: string;
    /** The instant of the page: "tomorrow" is said from there. */
    now: string;
    /** As text, where a pill would not fit. */
    plain?: boolean;
  };;function $$render() {

  
  

  let { opening, timeZone, now, plain = false }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.workshop.open;
  const there = $derived(formatIn(timeZone));
  const when = (at: string) => {
    const isToday = there.isoDay(at) === there.isoDay(now);
    return isToday ? there.time(at) : `${there.day(at, now)}, ${there.time(at)}`;
  };
  const label = $derived.by(() => {
    if (!opening) return '';
    if (opening.open) return opening.until ? words.until(when(opening.until)) : words.now;
    return opening.next ? words.next(when(opening.next)) : words.long;
  });
;
async () => {

if(!opening){
   { svelteHTML.createElement("span", { "class":`soft`,});words.unknown; }
} else if (plain){
  label;
}else{
   { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {   "state":opening.open ? 'ok' : 'idle',label,}});}
}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OpenNow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OpenNow__SvelteComponent_ = ReturnType<typeof OpenNow__SvelteComponent_>;
/*Ωignore_endΩ*/export default OpenNow__SvelteComponent_;