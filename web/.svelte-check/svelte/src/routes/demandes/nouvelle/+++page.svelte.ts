///<reference types="svelte" />
;
import Plus from '@lucide/svelte/icons/plus';
import { onMount, tick } from 'svelte';
import type { ActionResult } from '@sveltejs/kit';
import { deserialize } from '$app/forms';
import { now } from '$lib/clock.ts';
import { draft, draftNames, forgetDraft } from '$lib/forms/draft.ts';
import { kept as keptForm } from '$lib/forms/enhance.ts';
import { faultIn } from '$lib/forms/fault.ts';
import { keyField, keyFor, newKey } from '$lib/forms/idempotency.ts';
import { kept, type Values } from '$lib/forms/values.ts';
import { useI18n } from '$lib/i18n/index.ts';
import { wordRefusal } from '$lib/i18n/wording.ts';
import { wordFault } from '$lib/production/faults.ts';
import { emptyPart, partRows } from '$lib/production/form.ts';
import PartFields from '$lib/production/PartFields.svelte';
import PreviewSheet from '$lib/production/PreviewSheet.svelte';
import Breadcrumb from '$lib/ui/Breadcrumb.svelte';
import Button from '$lib/ui/Button.svelte';
import Combobox from '$lib/ui/Combobox.svelte';
import DateTimeField from '$lib/ui/DateTimeField.svelte';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Field from '$lib/ui/Field.svelte';
import Notice from '$lib/ui/Notice.svelte';
import Sheet from '$lib/ui/Sheet.svelte';
import type { PageProps } from './$types';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { data, form }: PageProps = $props();
  const { t, format } = useI18n();
  const words = t.production.form;
  const fresh = newKey();
  const draftKey = $derived(data.draftId ? `demande-${data.draftId}` : 'demande');

  const fault = $derived(faultIn(form));
  const sent = $derived<Values | undefined>(form && 'values' in form ? form.values : undefined);
  /** Rows that the draft of this device has and the page was not drawn with. */
  let more = $state(0);
  let restored = $state(false);
  const values = $derived(sent ?? data.values);
  const rows = $derived.by(() => {
    const drawn = partRows(values);
    const lacking = sent ? 0 : Math.max(0, more - drawn.length);
    return [...drawn, ...Array.from({ length: lacking }, () => ({ ...emptyPart }))];
  });
  const faults = $derived(fault?.fields ?? {});
  const listed = $derived(
    Object.entries(faults).map(([name, rule]) => ({ id: name.replace('.', '-'), text: wordFault(t, format, rule) })),
  );
  const mustSignIn = $derived(fault?.refusal.key === 'platform.signIn');
  const back = $derived(kept(sent, 'back', '/demandes/nouvelle'));
  let savedId = $state<string>();
  let savedAt = $state<string>();
  const draftId = $derived(savedId ?? (kept(sent, 'draftId') || data.draftId));
  let element = $state<HTMLFormElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  // The draft of this device may have more parts than were drawn: they are drawn first, then filled.
  onMount(() => {
    const restore = !sent && !data.draftId;
    let keeping: ReturnType<typeof draft> | undefined;
    if (restore) more = draftNames(draftKey).filter((name) => name === 'part-process').length;
    void tick().then(() => {
      if (element) keeping = draft(element, { key: draftKey, restore });
      restored = true;
    });
    return () => {
      clearTimeout(timer);
      keeping?.destroy();
    };
  });

  const error = (name: string) => {
    const rule = faults[name];
    return rule === undefined ? {} : { error: wordFault(t, format, rule) };
  };

  /** A signed-in person's draft is kept on the server too, a moment after they stop typing. */
  function autosave() {
    if (!data.viewer) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!element) return;
      void fetch('?/autosave', {
        method: 'POST',
        body: new FormData(element),
        headers: { 'x-sveltekit-action': 'true' },
      })
        .then(async (answer) => deserialize(await answer.text()))
        .then((result) => {
          const id = result.type === 'success' ? (result.data?.saved as string | undefined) : undefined;
          if (!id) return;
          savedId = id;
          savedAt = format.time(now());
        })
        .catch(() => undefined);
    }, 2_000);
  }

  /** What is sent or kept on the server needs no copy here; what was looked up is shown. */
  function settled(result: ActionResult) {
    if (result.type === 'redirect') forgetDraft(draftKey);
    if (result.type === 'success' && result.data?.preview)
      void tick().then(() => document.getElementById('vu')?.scrollIntoView({ block: 'nearest' }));
  }

  async function find(text: string) {
    const answer = await fetch(`/trouver/lieux?q=${encodeURIComponent(text)}`);
    const names = (await answer.json()) as string[];
    return names.map((name) => ({ value: name, label: name }));
  }
;
async () => {

 { svelteHTML.createElement("svelte:head", {}); { svelteHTML.createElement("title", {});data.state ? words.editTitle : words.title;  t.shell.name; } }

 { svelteHTML.createElement("div", { "class":`wrap page`,});
   { const $$_bmurcdaerB1C = __sveltets_2_ensureComponent(Breadcrumb); new $$_bmurcdaerB1C({ target: __sveltets_2_any(), props: {    "trail":[{ href: '/demandes', label: t.production.list.title }],"current":words.title,}});}
   { svelteHTML.createElement("div", { "class":`page-head`,});
     { svelteHTML.createElement("h1", {});data.state === 'unroutable' ? words.editTitle : words.title; }
     { svelteHTML.createElement("p", { "class":`lead`,});words.lead; }
   }
  if(mustSignIn){
     { svelteHTML.createElement("div", { "class":`sign`,});
       { const $$_ecitoN2C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"tone":`info`,"title":words.signInTitle,"text":words.signInText,}});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"href":`/connexion?suite=${encodeURIComponent(back)}`,}});words.signIn; Button}
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"variant":`line`,"href":`/inscription?suite=${encodeURIComponent(back)}`,}});words.signUp; Button}
       Notice}
     }
  }
   {const $$action_0 = __sveltets_2_ensureAction(keptForm(svelteHTML.mapElementTag('form'),({ onresult: settled })));{ const $$_form1 = svelteHTML.createElement("form", __sveltets_2_union($$action_0), {              "method":`post`,"action":`?/post`,"class":`fields`,"oninput":autosave,"onchange":autosave,});element = $$_form1;
     { const $$_yrammuSrorrE2C = __sveltets_2_ensureComponent(ErrorSummary); new $$_yrammuSrorrE2C({ target: __sveltets_2_any(), props: {    "text":fault && !mustSignIn ? wordRefusal(t, format, fault.refusal) : undefined,"faults":listed,}});}
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":keyField,"value":keyFor(fresh, sent),});}
     { svelteHTML.createElement("input", {      "type":`hidden`,"name":`draftId`,"value":draftId,});}
     { const $$_dleiF2C = __sveltets_2_ensureComponent(Field); new $$_dleiF2C({ target: __sveltets_2_any(), props: {                "id":`title`,"label":words.name,"name":`title`,"value":kept(values, 'title'),"hint":words.nameHint,"maxlength":120,"autocomplete":`off`,...error('title'),}});}
        for(let row of __sveltets_2_ensureArray(rows)){let at = 1;at;
       { const $$_sdleiFtraP2C = __sveltets_2_ensureComponent(PartFields); new $$_sdleiFtraP2C({ target: __sveltets_2_any(), props: {       at,row,"choices":data.choices,faults,"removable":rows.length > 1,}});}
    }
    if(rows.length < 20){
       { svelteHTML.createElement("div", {});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"variant":`line`,"formaction":`?/parts`,"formnovalidate":true,"name":`add`,"value":`1`,}}); { const $$_sulP4C = __sveltets_2_ensureComponent(Plus); new $$_sulP4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}words.addPart;  Button}
       }
    }
     { const $$_teehS2C = __sveltets_2_ensureComponent(Sheet); new $$_teehS2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },"pad":true,}});
       { svelteHTML.createElement("div", { "class":`fields`,});
         { svelteHTML.createElement("h2", {});words.where; }
         { svelteHTML.createElement("div", { "class":`fields fields--two`,});
           { const $$_dleiFemiTetaD5C = __sveltets_2_ensureComponent(DateTimeField); new $$_dleiFemiTetaD5C({ target: __sveltets_2_any(), props: {             "dateOnly":true,"label":words.by,"name":`by`,"value":kept(values, 'by'),"min":data.tomorrow,"hint":words.byHint,...error('by'),}});}
           { const $$_xobobmoC5C = __sveltets_2_ensureComponent(Combobox); new $$_xobobmoC5C({ target: __sveltets_2_any(), props: {               "id":`place`,"label":words.place,"name":`place`,"value":kept(values, 'place'),find,"hint":words.placeHint,"autocomplete":`address-level2`,...error('place'),}});}
         }
         { const $$_dleiF4C = __sveltets_2_ensureComponent(Field); new $$_dleiF4C({ target: __sveltets_2_any(), props: {                "id":`note`,"label":words.note,"name":`note`,"multiline":true,"optional":true,"value":kept(values, 'note'),"hint":words.noteHint,"maxlength":2000,...error('note'),}});}
       }
     Sheet}
    if(form && 'preview' in form && form.preview){ { const $$_teehSweiverP2C = __sveltets_2_ensureComponent(PreviewSheet); new $$_teehSweiverP2C({ target: __sveltets_2_any(), props: {  "preview":form.preview,}});}}
     { svelteHTML.createElement("div", { "class":`end`,});
       { svelteHTML.createElement("div", { "class":`row`,});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"variant":`now`,}});words.post; Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`line`,"formaction":`?/look`,"formnovalidate":true,}});words.look; Button}
        if(data.viewer){ { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"variant":`quiet`,"formaction":`?/keep`,"formnovalidate":true,}});words.keep; Button}}
       }
       { svelteHTML.createElement("p", { "class":`small soft`,});words.after; }
       { svelteHTML.createElement("p", {   "class":`small soft`,"role":`status`,});
        if(savedAt){words.keptAt(
            savedAt,
          );} else if (data.kept){words.kept;} else if (restored && !data.viewer){words.keptHere;}
       }
     }
   }}
 }


};
return { props: {} as any as PageProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Page__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Page__SvelteComponent_ = ReturnType<typeof Page__SvelteComponent_>;
/*Ωignore_endΩ*/export default Page__SvelteComponent_;