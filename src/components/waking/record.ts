/** Keeps what a reader does to a part that sleeps, so that nothing is lost and nothing is answered by silence. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

const isChecked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

/** Settings that came from the address may have drawn the field anew. */
const nowOf = (field: Field): Field => {
  const found = field.id === '' ? null : document.getElementById(field.id);
  return isField(found) ? found : field;
};

/** How to set a field as it stands now once more. */
function setAgain(field: Field): () => void {
  const { value } = field;
  const checked = isChecked(field) && field.checked;
  return () => {
    const now = nowOf(field);
    if (isChecked(now)) now.checked = checked;
    else now.value = value;
    now.dispatchEvent(new Event('input', { bubbles: true }));
    // Whoever still types has not yet said that it is all.
    const typing = now === document.activeElement && now.matches('[type=text], textarea');
    if (!typing) now.dispatchEvent(new Event('change', { bubbles: true }));
  };
}

/** Records until what it gives is called, which does everything again, in its order. */
export function record(root: HTMLElement): () => void {
  const deeds = new Map<Element, () => void>();
  const recording = new AbortController();
  const options = { capture: true, signal: recording.signal };

  root.addEventListener(
    'input',
    ({ target }) => {
      if (isField(target)) deeds.set(target, setAgain(target));
    },
    options,
  );
  root.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button && button.type !== 'submit')
        deeds.set(button, () => {
          button.click();
        });
    },
    options,
  );
  root.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const form = event.target;
      if (form instanceof HTMLFormElement)
        deeds.set(form, () => {
          form.requestSubmit();
        });
    },
    options,
  );
  return () => {
    recording.abort();
    for (const again of deeds.values()) again();
  };
}
