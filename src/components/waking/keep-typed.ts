/** Carries what was typed into answers over a reload. Figures keep their state in the address. */

interface Typed {
  /** Which answer of the page, and which field in it. */
  answer: number;
  field: number;
  value: string;
  checked: boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const key = () => `typed:${location.pathname}`;
const answers = () => [...document.querySelectorAll('[data-answer]')];
const fields = (answer: Element | undefined) => [
  ...(answer?.querySelectorAll<Field>('input, textarea, select') ?? []),
];
const isChecked = (field: Field): boolean => field instanceof HTMLInputElement && field.checked;

export function keepTyped(): void {
  const typed: Typed[] = answers().flatMap((one, answer) =>
    fields(one).map((input, field) => ({
      answer,
      field,
      value: input.value,
      checked: isChecked(input),
    })),
  );
  try {
    sessionStorage.setItem(key(), JSON.stringify(typed.filter(isFilled)));
  } catch {
    // A blocked storage keeps nothing; the answers have to be typed again.
  }
}

const isFilled = ({ value, checked }: Typed): boolean => checked || value !== '';

/** Types again what was kept, once. A form that sleeps is told of it when it wakes. */
export function restoreTyped(): void {
  const all = answers();
  for (const { answer, field, value, checked } of takeKept()) {
    const input = fields(all[answer])[field];
    if (!input) continue;
    if (input instanceof HTMLInputElement && ['checkbox', 'radio'].includes(input.type)) {
      if (input.checked === checked) continue;
      input.checked = checked;
    } else if (input.value === value) continue;
    else input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function takeKept(): Typed[] {
  try {
    const text = sessionStorage.getItem(key());
    sessionStorage.removeItem(key());
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isTyped) : [];
  } catch {
    return [];
  }
}

const isTyped = (value: unknown): value is Typed => {
  const {
    answer,
    field,
    value: text,
    checked,
  } = (value ?? {}) as Partial<Record<keyof Typed, unknown>>;
  return (
    Number.isInteger(answer) &&
    Number.isInteger(field) &&
    typeof text === 'string' &&
    typeof checked === 'boolean'
  );
};
