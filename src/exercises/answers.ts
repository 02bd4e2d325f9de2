import BugAnswer from './BugAnswer.svelte';
import ChoiceAnswer from './ChoiceAnswer.svelte';
import DerivativeAnswer from './DerivativeAnswer.svelte';
import NumberAnswer from './NumberAnswer.svelte';
import OrderAnswer from './OrderAnswer.svelte';
import VectorAnswer from './VectorAnswer.svelte';

/** The answer form of each kind of question. */
export const answers = {
  number: NumberAnswer,
  vector: VectorAnswer,
  derivative: DerivativeAnswer,
  choice: ChoiceAnswer,
  order: OrderAnswer,
  bug: BugAnswer,
};
