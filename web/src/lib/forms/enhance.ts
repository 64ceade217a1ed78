import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { enhance as kitEnhance } from '$app/forms';
import { tick } from 'svelte';
import { forgetDraft } from './draft.ts';

type Options = {
  /** The draft to drop once the form has been accepted. */
  draft?: string;
  onbusy?: (busy: boolean) => void;
  onresult?: (result: ActionResult) => void;
};

/** Puts the eye and the keyboard where the trouble is: the summary first, else the first field in error. */
async function focusFault(form: HTMLElement): Promise<void> {
  await tick();
  const target =
    form.querySelector<HTMLElement>('[data-fault]') ??
    form.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    form.parentElement?.querySelector<HTMLElement>('[data-fault]');
  target?.focus();
}

/**
 * `use:kept={{ draft }}`: sends the form without leaving the page, keeps what was typed whatever happens,
 * marks the button busy, and moves focus to the first fault.
 */
export function kept(form: HTMLFormElement, options: Options = {}) {
  let current = options;
  const send: SubmitFunction = ({ submitter }) => {
    current.onbusy?.(true);
    submitter?.setAttribute('aria-busy', 'true');
    form.setAttribute('aria-busy', 'true');
    return async ({ result, update }) => {
      await update({ reset: false });
      current.onbusy?.(false);
      submitter?.removeAttribute('aria-busy');
      form.removeAttribute('aria-busy');
      current.onresult?.(result);
      if (result.type === 'failure') await focusFault(form);
      else if (current.draft && result.type !== 'error') forgetDraft(current.draft);
    };
  };
  const enhanced = kitEnhance(form, send);
  return { update: (next: Options) => void (current = next), destroy: () => enhanced.destroy() };
}
