import { tick } from 'svelte';

const prefix = 'maillage.draft.';
const untouched = new Set(['hidden', 'password', 'file', 'submit', 'button']);

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !untouched.has(one.type),
  );

const isChoice = (one: Control): one is HTMLInputElement =>
  one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio');

/** Storage may be full or forbidden; a form without a draft still works. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

type Saved = [name: string, value: string, checked: boolean | null][];

const readDraft = (key: string): Saved | undefined =>
  attempt(() => JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Saved | null) ?? undefined;

export const forgetDraft = (key: string): void => void attempt(() => localStorage.removeItem(prefix + key));

/** The names of the fields in a draft, in order: a form with a variable number of rows draws its rows from it. */
export const draftNames = (key: string): string[] => (readDraft(key) ?? []).map(([name]) => name);

/**
 * `use:draft={{ key }}`: keeps what is typed on this device and puts it back after a reload.
 * What the server drew after a failure wins: pass `restore: false` then.
 */
export function draft(form: HTMLFormElement, { key, restore = true }: { key: string; restore?: boolean }) {
  const places = new Map<string, number>();
  const nth = (one: Control) => {
    const place = places.get(one.name) ?? 0;
    places.set(one.name, place + 1);
    return place;
  };
  const saved = restore ? readDraft(key) : undefined;
  /** After the fields have bound their values: a choice would take back what it was drawn with. */
  const putBack = () => {
    for (const one of saved ? controls(form) : []) {
      const row = saved?.filter(([name]) => name === one.name)[nth(one)];
      if (!row) continue;
      if (isChoice(one)) one.checked = row[2] === true;
      else one.value = row[1];
      const told = isChoice(one) || one instanceof HTMLSelectElement ? 'change' : 'input';
      one.dispatchEvent(new Event(told, { bubbles: true }));
    }
  };
  void tick().then(putBack);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const rows: Saved = controls(form).map((one) => [one.name, one.value, isChoice(one) ? one.checked : null]);
      attempt(() => localStorage.setItem(prefix + key, JSON.stringify(rows)));
    }, 250);
  };
  // A save still waiting when the form leaves would bring back a draft that was just accepted.
  const hold = () => clearTimeout(timer);
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  form.addEventListener('submit', hold);
  return {
    destroy() {
      clearTimeout(timer);
      form.removeEventListener('submit', hold);
      form.removeEventListener('input', save);
      form.removeEventListener('change', save);
    },
  };
}
