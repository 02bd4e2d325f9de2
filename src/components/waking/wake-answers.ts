/** Wakes the answer forms of a page. Their code is loaded with the first of them. */

import type { Component } from 'svelte';
import type { answers } from '../../exercises/answers.ts';
import { restoreTyped } from './keep-typed.ts';
import { wakeWhenNear } from './wake.ts';

type Props = Record<string, unknown>;

async function load(target: HTMLElement): Promise<() => void> {
  const [{ flushSync, hydrate }, { answers: forms }] = await Promise.all([
    import('./svelte.ts'),
    import('../../exercises/answers.ts'),
  ]);
  const kind = target.dataset['answer'] as keyof typeof answers;
  // The build drew this form with these very props.
  const props = JSON.parse(target.dataset['props'] ?? '{}') as Props;
  return () => {
    hydrate(forms[kind] as unknown as Component<Props>, { target, props });
    flushSync();
  };
}

wakeWhenNear(document.querySelectorAll<HTMLElement>('[data-answer]'), load);
restoreTyped();
