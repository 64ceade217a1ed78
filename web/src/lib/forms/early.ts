/**
 * What a person types before the scripts of the page have come. Waking up, a component writes its own value over the
 * field; here the typed one is kept and put back, with the events that tell the component.
 */
type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const early = new Map<Typed, string | boolean>();

const isChoice = (field: Typed): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

const isField = (target: unknown): target is Typed =>
  (target instanceof HTMLInputElement && target.type !== 'file' && target.type !== 'hidden') ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const valueOf = (field: Typed) => (isChoice(field) ? field.checked : field.value);

function differs(field: Typed): boolean {
  if (isChoice(field)) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) {
    const preset = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.value !== (preset?.value ?? '');
  }
  return field.value !== field.defaultValue;
}

const note = ({ target }: Event) => {
  if (isField(target)) early.set(target, valueOf(target));
};

/** Before the page wakes up: what is in the fields already, and what comes until it has. */
export function keepEarlyTyping(): void {
  for (const field of document.querySelectorAll('input, textarea, select'))
    if (isField(field) && differs(field)) early.set(field, valueOf(field));
  document.addEventListener('input', note, true);
  document.addEventListener('change', note, true);
}

/** Once the page is awake: back into the fields that lost it. */
export function putBackEarlyTyping(): void {
  document.removeEventListener('input', note, true);
  document.removeEventListener('change', note, true);
  for (const [field, typed] of early) {
    if (!field.isConnected || valueOf(field) === typed) continue;
    if (isChoice(field)) field.checked = typed === true;
    else field.value = String(typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  early.clear();
}
