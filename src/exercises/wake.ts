import type { Component } from 'svelte';
import type { answers } from './answers.ts';

/** Hydrates each answer form when it is about to come into view, after the figures, and loads its code only then. */
export function wakeAnswers(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        void wake(target);
      }
    },
    { rootMargin: '300px' },
  );
  for (const form of document.querySelectorAll('[data-answer]:not([data-awake])')) {
    observer.observe(form);
  }
}

async function wake(target: HTMLElement): Promise<void> {
  target.dataset['awake'] = '';
  const { answers: forms, hydrate } = await import('./answers.ts');
  const kind = target.dataset['answer'] as keyof typeof answers;
  const props = JSON.parse(target.dataset['props'] ?? '{}') as Record<string, unknown>;
  // The build drew this form with these very props.
  hydrate(forms[kind] as unknown as Component<Record<string, unknown>>, { target, props });
}
