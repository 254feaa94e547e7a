const FIELDS = 'input, textarea';
/** What changes only what is looked at. */
const SEARCHES = 'search';
const typedInto = new WeakSet<EventTarget>();

/** Notes from now on which fields a person types into. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target }) => {
    if (target !== null) typedInto.add(target);
  });
}

/** Whether a field on the screen holds what a person typed: it may not be saved, and a reload would lose it. */
export function hasTypedText(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].some(
    (field) => typedInto.has(field) && field.type !== SEARCHES && field.value.trim() !== '',
  );
}
