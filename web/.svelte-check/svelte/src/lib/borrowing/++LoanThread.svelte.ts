///<reference types="svelte" />
;
import { useI18n } from '../i18n/index.ts';
import Pill from '../ui/Pill.svelte';
import Timeline from '../ui/Timeline.svelte';
import { type LoanSeen, when } from './loan.ts';
;

  type Props = { loan: LoanSeen; now: string };;function $$render() {

  
  
  
  

  let { loan, now }: Props = $props();
  const { t, formatIn } = useI18n();
  const words = t.borrowing.page;
  const format = $derived(formatIn(loan.lender.timeZone));
  const path = ['asked', 'accepted', 'out', 'returned', 'closed'] as const;
  const status = $derived(loan.status === 'trouble' ? 'returned' : loan.status);
  const reached = $derived(path.findIndex((step) => step === status));

  const steps = $derived.by(() => {
    const lines = [
      when(loan, 'ask', 'book'),
      when(loan, 'accept', 'book'),
      when(loan, 'hand_over'),
      when(loan, 'take_back'),
      when(loan, 'close', 'settle'),
    ];
    const coming = [
      '',
      loan.holdUntil ? words.before(format.dateTime(loan.holdUntil, now)) : '',
      words.on(format.dateTime(loan.from, now)),
      words.atLatest(format.dateTime(loan.until, now)),
      words.afterCheck,
    ];
    const done = (index: number) => (lines[index] ? format.dateTime(lines[index].at, now) : '');
    if (reached < 0) {
      const last = loan.history.at(-1)!;
      const before = path.flatMap((_, index) =>
        lines[index] ? [{ label: words.thread[index]!, at: done(index), state: 'done' as const }] : [],
      );
      return [
        ...before,
        { label: t.borrowing.status[loan.status], at: format.dateTime(last.at, now), state: 'now' as const },
      ];
    }
    return path.map((step, index) => ({
      label: index === reached ? t.borrowing.status[index === 3 ? loan.status : step] : words.thread[index]!,
      at: index <= reached ? done(index) : coming[index]!,
      state:
        index < reached || loan.status === 'closed'
          ? ('done' as const)
          : index === reached
            ? ('now' as const)
            : ('todo' as const),
    }));
  });
;
async () => {

 { const $$_enilemiT0C = __sveltets_2_ensureComponent(Timeline); const $$_enilemiT0 = new $$_enilemiT0C({ target: __sveltets_2_any(), props: {  "label":words.whereTitle,steps,extra:(index) => { async ()/*Ωignore_positionΩ*/ => {
    if(loan.overdue && index === 3){ { const $$_lliP0C = __sveltets_2_ensureComponent(Pill); new $$_lliP0C({ target: __sveltets_2_any(), props: {    "state":`late`,"label":t.borrowing.late,}});}}
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {extra} = $$_enilemiT0.$$prop_def;/*Ωignore_endΩ*/
  
 Timeline}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LoanThread__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LoanThread__SvelteComponent_ = ReturnType<typeof LoanThread__SvelteComponent_>;
/*Ωignore_endΩ*/export default LoanThread__SvelteComponent_;