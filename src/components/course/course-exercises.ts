import { listExercises } from './exercise-list.ts';

/** The exercises of this course. */
export const courseExercises = listExercises(
  import.meta.glob<string>('../../../content/chapters/*/index.mdx', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
