import Cell from './Cell.astro';
import Answer from './ExerciseAnswer.astro';
import Exercise from './Exercise.astro';
import Hint from './ExerciseHint.astro';
import Predict from './ExercisePredict.astro';
import Sketch from './Sketch.astro';
import Solution from './ExerciseSolution.astro';
import Scroll from './Scroll.astro';
import Term from './Term.astro';
import V from './V.astro';
import Widget from './Widget.astro';

/** What a chapter may use without an import. */
export const components = {
  Answer,
  Cell,
  Exercise,
  Hint,
  Predict,
  Scroll,
  Sketch,
  Solution,
  Term,
  V,
  Widget,
};
